package io.chengyun.platform.sensing.sensorthings.change;

import io.chengyun.kernel.Malformed;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a stream of several properties must be (多属性数据流): as many types, units and properties as a result has parts. */
public final class MultiStreams {

    private static final List<String> PARTS =
            List.of("multiObservationDataTypes", "unitOfMeasurements", "ObservedProperties");

    private MultiStreams() {}

    static void check(JsonNode body) {
        int parts = body.path("multiObservationDataTypes").size();
        for (var name : PARTS) {
            var value = body.path(name);
            if (!value.isArray() || value.isEmpty() || value.size() != parts) {
                throw new Malformed(
                        name, "must be an array, with as many entries as " + String.join(", ", PARTS) + " have");
            }
        }
    }

    /** Refuses a result that has not as many parts as its stream. */
    public static void checkResult(JsonNode result, int parts) {
        if (!result.isArray() || result.size() != parts) {
            throw new Malformed(
                    "result", "must be an array of " + parts + " values, one for each property of the stream");
        }
    }
}
