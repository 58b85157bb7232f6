package io.chengyun.platform.sensing.sensorthings.answer;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.sensing.SensingRefusal;
import io.chengyun.platform.sensing.sensorthings.answer.EntityReader.End;
import io.chengyun.platform.sensing.sensorthings.model.EntityPath;
import io.chengyun.platform.sensing.sensorthings.model.EntityPath.Ending;
import io.chengyun.platform.sensing.sensorthings.model.EntityTypes;
import io.chengyun.platform.sensing.sensorthings.query.Query;
import io.chengyun.platform.sensing.sensorthings.query.QueryParser;
import io.chengyun.platform.sensing.sensorthings.query.QueryParser.Pages;
import io.chengyun.platform.sensing.sensorthings.query.QuerySettings;
import io.chengyun.platform.sensing.sensorthings.search.EntitySearch.Wanted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Answers questions about entities (查询应答), each in one look at the database that is bounded in time. */
@Service
public class Answers {

    private final EntityStore store;
    private final EntityReader reader;
    private final QuerySettings limits;
    /** The query that asks for nothing but the entity. */
    private final Query plain;

    Answers(EntityStore store, EntityReader reader, QuerySettings limits) {
        this.store = store;
        this.reader = reader;
        this.limits = limits;
        this.plain = QueryParser.parse(Map.of(), limits, new Pages(1, 1));
    }

    /** What is asked, how much of it at once, and the address of the service. */
    public record Question(EntityPath path, Map<String, String> options, Pages pages, String root) {}

    /** What stands at the end of a path: an object to be written as JSON, or a bare value's text. */
    @Transactional(readOnly = true)
    public Object answer(Question question) {
        var query = QueryParser.parse(question.options(), limits, question.pages());
        store.bound(limits.within());
        var end = reader.follow(question.path());
        var view = new EntityView(store, limits, question.root());
        if (!end.property().isEmpty()) {
            return property(end, question.path().ending());
        }
        if (question.path().ending() == Ending.VALUE) {
            throw new Malformed("path", "$value stands behind a property");
        }
        boolean references = question.path().ending() == Ending.REFERENCE;
        if (end.one()) {
            var entity = reader.get(end);
            EntityView.fields(end.type(), query);
            return references
                    ? Map.of("@iot.selfLink", entity.link(question.root()))
                    : one(view, selected(entity, query), query);
        }
        if (end.scope() != null) {
            reader.get(new End(end.scope().owner(), end.scope().id(), null, List.of()));
        }
        return collection(end, query, new Frame(view, question, references));
    }

    private static Object one(EntityView view, Entity entity, Query query) {
        return view.show(entity.type(), List.of(entity), query).get(0);
    }

    private static Entity selected(Entity entity, Query query) {
        if (query.select().isEmpty()) {
            return entity;
        }
        var values = new LinkedHashMap<>(entity.values());
        values.keySet().retainAll(query.select());
        return new Entity(entity.type(), entity.id(), entity.known(), values);
    }

    /** An entity's JSON as it stands now. */
    @Transactional(readOnly = true)
    public Map<String, @Nullable Object> show(End end, String root) {
        return show(reader.get(end), root);
    }

    /** The JSON of an entity whose values are known. */
    public Map<String, @Nullable Object> show(Entity entity, String root) {
        return new EntityView(store, limits, root).json(entity, plain);
    }

    private Object property(End end, Ending ending) {
        var name = end.property().get(0);
        Object value = reader.get(end).values().get(name);
        for (var key : end.property().subList(1, end.property().size())) {
            value = value instanceof JsonNode json && json.has(key) ? json.get(key) : null;
            if (value == null) {
                throw new Refused(SensingRefusal.NO_SUCH_ENTITY);
            }
        }
        if (ending == Ending.REFERENCE) {
            throw new Malformed("path", "$ref stands behind entities");
        }
        if (ending == Ending.VALUE) {
            return value instanceof JsonNode json && json.isString() ? json.stringValue() : String.valueOf(value);
        }
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put(end.property().get(end.property().size() - 1), value);
        return json;
    }

    /** What the answer's frame is made of. */
    private record Frame(EntityView view, Question question, boolean references) {

        String collection(End end) {
            var scope = end.scope();
            return scope == null
                    ? question.root() + "/" + end.type().set()
                    : "%s/%s(%s)/%s"
                            .formatted(
                                    question.root(),
                                    scope.owner().set(),
                                    scope.id().inLink(),
                                    scope.link().name());
        }
    }

    private Map<String, @Nullable Object> collection(End end, Query query, Frame frame) {
        var scope = end.scope();
        var wanted = new Wanted(end.type(), scope == null ? null : scope.owners(), query);
        int top = query.page().top();
        var found = store.list(wanted, EntityView.fields(end.type(), query), top + 1);
        var entities = found.stream().map(EntityStore.Found::entity).limit(top).toList();
        var json = new LinkedHashMap<String, @Nullable Object>();
        if (query.page().count()) {
            json.put("@iot.count", store.count(wanted).getOrDefault(1, 0L));
        }
        if (found.size() > top && top > 0) {
            var suffix = frame.references() ? "/$ref?" : "?";
            json.put(
                    "@iot.nextLink",
                    frame.collection(end)
                            + suffix
                            + NextLink.query(
                                    frame.question().options(),
                                    top,
                                    query.page().skip() + top));
        }
        json.put("value", value(end, entities, query, frame));
        return json;
    }

    private static Object value(End end, List<Entity> entities, Query query, Frame frame) {
        var root = frame.question().root();
        if (frame.references()) {
            return entities.stream()
                    .map(entity -> Map.of("@iot.selfLink", entity.link(root)))
                    .toList();
        }
        if (!query.asArrays()) {
            return frame.view().show(end.type(), entities, query);
        }
        if (!end.type().set().equals(EntityTypes.OBSERVATIONS)
                || !query.expand().isEmpty()) {
            throw new Malformed("$resultFormat", "dataArray shows Observations, without $expand");
        }
        return DataArrays.of(entities, query, root);
    }
}
