package io.chengyun.platform.sensing.sensorthings;

import io.chengyun.kernel.CityException;
import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.sensing.SensingRefusal;
import io.chengyun.platform.sensing.sensorthings.answer.Answers;
import io.chengyun.platform.sensing.sensorthings.answer.Answers.Question;
import io.chengyun.platform.sensing.sensorthings.answer.EntityReader.End;
import io.chengyun.platform.sensing.sensorthings.model.EntityPath;
import io.chengyun.platform.sensing.sensorthings.model.EntityTypes;
import io.chengyun.platform.sensing.sensorthings.query.QueryParser.Pages;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Does the requests of a batch (批量处理): each for itself, those of one atomicity group together or not at all. */
@Service
class BatchRequests {

    private final Requests requests;
    private final Answers answers;
    private final SensorThingsSettings settings;
    private final TransactionTemplate transaction;

    BatchRequests(Requests requests, Answers answers, SensorThingsSettings settings, TransactionTemplate transaction) {
        this.requests = requests;
        this.answers = answers;
        this.settings = settings;
        this.transaction = transaction;
    }

    /**
     * One request of a batch.
     *
     * @param group atomicity group, empty for none
     */
    record Request(String id, String group, String method, String url, JsonNode body) {

        static Request of(JsonNode json) {
            var request = new Request(
                    json.path("id").asString(""),
                    json.path("atomicityGroup").asString(""),
                    json.path("method").asString("").toLowerCase(Locale.ROOT),
                    json.path("url").asString(""),
                    json.path("body"));
            if (request.id.isEmpty() || request.method.isEmpty() || request.url.isEmpty()) {
                throw new Malformed("requests", "each must have id, method and url");
            }
            return request;
        }
    }

    /** Where earlier requests of the batch made something, by their id. */
    private record Course(String root, Map<String, End> made, boolean together) {}

    List<Map<String, Object>> answer(List<Request> batch, String root) {
        var replies = new ArrayList<Map<String, Object>>();
        var made = new HashMap<String, End>();
        for (int at = 0; at < batch.size(); ) {
            var group = group(batch, at);
            if (group.get(0).group().isEmpty()) {
                replies.add(reply(group.get(0), new Course(root, made, false)));
            } else {
                replies.addAll(together(group, new Course(root, made, true)));
            }
            at += group.size();
        }
        return replies;
    }

    private static List<Request> group(List<Request> batch, int at) {
        var name = batch.get(at).group();
        int end = at + 1;
        while (!name.isEmpty() && end < batch.size() && batch.get(end).group().equals(name)) {
            end++;
        }
        return batch.subList(at, end);
    }

    private List<Map<String, Object>> together(List<Request> group, Course course) {
        var before = Map.copyOf(course.made());
        var culprit = new ArrayList<Request>();
        try {
            return transaction.execute(status -> group.stream()
                    .map(request -> {
                        culprit.add(request);
                        return handle(request, course);
                    })
                    .toList());
        } catch (CityException refused) {
            course.made().keySet().retainAll(before.keySet());
            var why = culprit.get(culprit.size() - 1);
            return group.stream()
                    .map(request -> request == why ? problem(request, refused) : fallen(request, why))
                    .toList();
        }
    }

    private static Map<String, Object> fallen(Request request, Request why) {
        return Map.of(
                "id",
                request.id(),
                "status",
                424,
                "body",
                Map.of("detail", "request " + why.id() + " of the same group was refused"));
    }

    private Map<String, Object> reply(Request request, Course course) {
        try {
            return handle(request, course);
        } catch (CityException refused) {
            return problem(request, refused);
        } catch (Requests.NotHere none) {
            return Map.of("id", request.id(), "status", none.getStatusCode().value(), "body", none.getBody());
        }
    }

    private static Map<String, Object> problem(Request request, CityException why) {
        var body = new LinkedHashMap<String, Object>();
        int status = 503;
        if (why instanceof Refused refused) {
            status = refused.refusal().kind().status();
            body.put("code", refused.refusal().code());
            body.put("allowed", refused.allowed());
        } else if (why instanceof Malformed malformed) {
            status = 400;
            body.put("code", "kernel:malformed");
            body.put("field", malformed.field());
        }
        body.put("detail", String.valueOf(why.getMessage()));
        return Map.of("id", request.id(), "status", status, "body", body);
    }

    private Map<String, Object> handle(Request request, Course course) {
        var url = request.url().split("\\?", 2);
        var path = EntityPath.parse(located(url[0], course));
        var body = named(request.body(), course);
        if (path.isReference() && !request.method().equals("get")) {
            checkApart(path, course);
            return related(request, path, body, options(url));
        }
        return switch (request.method()) {
            case "get" -> {
                var question =
                        new Question(path, options(url), new Pages(settings.page(), settings.maxPage()), course.root());
                yield Map.of("id", request.id(), "status", 200, "body", answers.answer(question));
            }
            case "post" -> {
                checkTogether(path, course);
                var end = course.together() ? requests.createTogether(path, body) : requests.create(path, body);
                course.made().put(request.id(), end);
                yield shown(request, end, 201, course);
            }
            case "patch", "put" -> {
                checkTogether(path, course);
                yield shown(
                        request, requests.change(path, body, request.method().equals("put")), 200, course);
            }
            case "delete" -> {
                checkTogether(path, course);
                requests.erase(path);
                yield Map.of("id", request.id(), "status", 200);
            }
            default -> throw new Malformed("method", "must be get, post, patch, put or delete");
        };
    }

    /** What changes an observation's relations changes the observation. */
    private static void checkApart(EntityPath path, Course course) {
        boolean observations = path.segments().stream()
                .anyMatch(segment ->
                        List.of(EntityTypes.OBSERVATIONS, "FeatureOfInterest").contains(segment.name()));
        if (course.together() && observations) {
            throw new Refused(SensingRefusal.NOT_TAKEN, List.of("observations outside an atomicityGroup"));
        }
    }

    private Map<String, Object> related(Request request, EntityPath path, JsonNode body, Map<String, String> options) {
        switch (request.method()) {
            case "post", "put" -> requests.link(path, body, request.method().equals("put"));
            case "delete" -> requests.unlink(path, options.get("$id"));
            default -> throw new Malformed("method", "must be get, post, put or delete for $ref");
        }
        return Map.of("id", request.id(), "status", 204);
    }

    /** Observations are committed by the lane of all devices, which no group can hold back. */
    private static void checkTogether(EntityPath path, Course course) {
        var last = path.segments().get(path.segments().size() - 1).name();
        if (course.together()
                && List.of(EntityTypes.OBSERVATIONS, EntityTypes.FEATURES_OF_INTEREST)
                        .contains(last)) {
            throw new Refused(SensingRefusal.NOT_TAKEN, List.of(last + " outside an atomicityGroup"));
        }
    }

    private Map<String, Object> shown(Request request, End end, int status, Course course) {
        var shown = answers.show(end, course.root());
        return Map.of(
                "id",
                request.id(),
                "status",
                status,
                "location",
                String.valueOf(shown.get("@iot.selfLink")),
                "body",
                shown);
    }

    /** {@code $1/Datastreams} as {@code Things(7)/Datastreams}, and an address without the service's. */
    private static String located(String url, Course course) {
        var path = URLDecoder.decode(url.replace("+", "%2B"), StandardCharsets.UTF_8);
        path = path.startsWith(course.root()) ? path.substring(course.root().length()) : path;
        path = path.replaceFirst("^/+", "").replaceFirst("/$", "");
        if (!path.startsWith("$")) {
            return path;
        }
        int slash = path.indexOf('/');
        var end = course.made().get(path.substring(1, slash < 0 ? path.length() : slash));
        if (end == null || end.id() == null) {
            throw new Malformed("url", path + " names no earlier request that made something");
        }
        return end.type().set() + "(" + end.id().inLink() + ")" + (slash < 0 ? "" : path.substring(slash));
    }

    private static Map<String, String> options(String[] url) {
        var options = new LinkedHashMap<String, String>();
        for (var option : url.length < 2 ? new String[0] : url[1].split("&")) {
            int equals = option.indexOf('=');
            var name = equals < 0 ? option : option.substring(0, equals);
            options.put(decoded(name), equals < 0 ? "" : decoded(option.substring(equals + 1)));
        }
        return options;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException torn) {
            throw new Malformed("url", "'" + text + "' is not escaped as a URL must be");
        }
    }

    /** The body with {@code {"@iot.id": "$1"}} as the id that the earlier request made. */
    private static JsonNode named(JsonNode body, Course course) {
        if (body instanceof ArrayNode list) {
            var copy = JsonNodeFactory.instance.arrayNode();
            list.forEach(one -> copy.add(named(one, course)));
            return copy;
        }
        if (!(body instanceof ObjectNode)) {
            return body;
        }
        var copy = JsonNodeFactory.instance.objectNode();
        for (var field : body.properties()) {
            var text = field.getValue().asString("");
            var end = text.startsWith("$") ? course.made().get(text.substring(1)) : null;
            if (field.getKey().equals("@iot.id") && end != null && end.id() != null) {
                copy.put(field.getKey(), end.id().inLink());
            } else {
                copy.set(field.getKey(), named(field.getValue(), course));
            }
        }
        return copy;
    }
}
