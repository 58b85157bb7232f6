package io.chengyun.platform.intake.open311;

import io.chengyun.platform.intake.PublicText;
import io.chengyun.platform.intake.ServiceRequest;
import io.chengyun.platform.intake.ServiceRequest.Progress;
import io.chengyun.platform.intake.ServiceRequest.Status;
import io.chengyun.platform.place.Organisation;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.scenario.CaseClass;
import io.chengyun.platform.scenario.CaseClass.Group;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts what we know into the standard's words (接口文档): trees of texts, numbers, lists and maps in the standard's order. */
final class Documents {

    private static final String ERASED = "已抹除 Erased";

    private final Places places;

    Documents(Places places) {
        this.places = places;
    }

    Map<String, Object> discovery(String base, Instant startedAt) {
        var endpoint = tree("specification", "http://wiki.open311.org/GeoReport_v2");
        endpoint.put("url", base);
        endpoint.put("changeset", time(startedAt));
        endpoint.put("type", "production");
        endpoint.put("formats", List.of("text/xml", "application/json"));
        var document = tree("changeset", time(startedAt));
        document.put(
                "contact", places.district().name() + " " + places.district().nameEn());
        document.put("key_service", "The district's operations centre gives keys.");
        document.put("endpoints", List.of(endpoint));
        return document;
    }

    Map<String, Object> service(CaseClass offered) {
        var document = tree("service_code", offered.code());
        document.put("service_name", offered.name());
        document.put("description", offered.nameEn());
        document.put("metadata", false);
        document.put("type", "realtime");
        document.put("keywords", String.join(",", offered.offer().keywords()));
        document.put("group", group(offered.offer().group()));
        return document;
    }

    private static String group(@Nullable Group group) {
        return group == null ? "" : group.name() + " " + group.nameEn();
    }

    Map<String, Object> definition(CaseClass offered) {
        var document = tree("service_code", offered.code());
        document.put("attributes", List.of());
        return document;
    }

    static Map<String, Object> received(ServiceRequest request) {
        var document = tree("service_request_id", request.id());
        document.put("service_notice", "");
        document.put("account_id", "");
        return document;
    }

    Map<String, Object> request(ServiceRequest request, @Nullable CaseClass offered) {
        var progress = request.progress();
        var document = tree("service_request_id", request.id());
        document.put("status", progress.status() == Status.OPEN ? "open" : "closed");
        document.put("status_notes", progress.step() == null ? "" : progress.step());
        document.put("service_name", offered == null ? request.asked().service() : offered.name());
        document.put("service_code", request.asked().service());
        document.put(
                "description",
                request.erasedAt() == null ? PublicText.of(request.asked().description()) : ERASED);
        document.put("agency_responsible", agency(progress.holder()));
        document.put("service_notice", "");
        document.put("requested_datetime", time(request.receivedAt()));
        document.put("updated_datetime", time(progress.updatedAt()));
        document.put("expected_datetime", progress.expectedAt() == null ? "" : time(progress.expectedAt()));
        document.put(
                "address",
                request.spot().address() == null
                        ? ""
                        : PublicText.of(request.spot().address()));
        document.put("address_id", request.spot().grid().value());
        document.put("zipcode", "");
        document.put("lat", request.spot().lat());
        document.put("long", request.spot().lon());
        document.put(
                "media_url",
                request.asked().mediaUrl() == null ? "" : request.asked().mediaUrl());
        return document;
    }

    Map<String, Object> update(String request, Progress step, int number) {
        var document = tree("update_id", request + "-" + number);
        document.put("service_request_id", request);
        document.put("updated_datetime", time(step.updatedAt()));
        document.put("status", step.status() == Status.OPEN ? "open" : "closed");
        document.put("description", step.step() == null ? "" : step.step());
        document.put("media_url", "");
        return document;
    }

    static Map<String, Object> problem(Open311Problem problem) {
        var document = tree("code", problem.code());
        document.put("description", problem.description());
        return document;
    }

    private String agency(@Nullable String holder) {
        return holder == null
                ? ""
                : places.findOrganisation(holder, places.today())
                        .map(Organisation::name)
                        .orElse(holder);
    }

    private String time(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(places.district().zone()));
    }

    private static LinkedHashMap<String, Object> tree(String first, Object value) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put(first, value);
        return tree;
    }
}
