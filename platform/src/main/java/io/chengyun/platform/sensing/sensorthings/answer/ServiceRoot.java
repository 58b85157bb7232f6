package io.chengyun.platform.sensing.sensorthings.answer;

import io.chengyun.platform.sensing.sensorthings.model.EntityTypes;
import java.util.List;
import java.util.Map;

/** What the service says of itself (服务根): the collections, and the parts of the standard that it keeps. */
public final class ServiceRoot {

    private static final String PART = "http://www.opengis.net/spec/iot_sensing/1.1/req/";

    private static final List<String> CONFORMANCE = List.of(
            PART + "datamodel",
            PART + "resource-path/resource-path-to-entities",
            PART + "request-data",
            PART + "create-update-delete/create-entity",
            PART + "create-update-delete/link-to-existing-entities",
            PART + "create-update-delete/deep-insert",
            PART + "create-update-delete/deep-insert-status-code",
            PART + "create-update-delete/update-entity",
            PART + "create-update-delete/delete-entity",
            PART + "batch-request/batch-request",
            PART + "multi-datastream",
            PART + "data-array/data-array");

    private ServiceRoot() {}

    public static Map<String, Object> json(String root) {
        return Map.of(
                "value",
                EntityTypes.ALL.stream()
                        .map(type -> Map.of("name", type.set(), "url", root + "/" + type.set()))
                        .toList(),
                "serverSettings",
                Map.of("conformance", CONFORMANCE));
    }
}
