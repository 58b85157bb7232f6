package io.chengyun.platform.sensing.sensorthings.change;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.sensing.detail.ObservationDetail;
import io.chengyun.platform.sensing.notation.PhenomenonTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An observation as the standard writes it (观测正文): what of it is lean, and what is beyond.
 *
 * @param micros when it was observed, or began
 * @param number the result, NaN if it is no number
 */
public record WholeObservation(long micros, double number, ObservationDetail detail) {

    private static final String TIME = "phenomenonTime";
    private static final String RESULT = "result";
    private static final String VALID = "validTime";

    /** Whether the body says nothing that the lean row cannot hold. */
    public static boolean plain(JsonNode body) {
        return !body.path(TIME).asString("").contains("/")
                && absent(body, "resultTime")
                && absent(body, "resultQuality")
                && absent(body, VALID)
                && absent(body, "FeatureOfInterest")
                && (absent(body, "parameters") || onlyUnit(body.path("parameters")));
    }

    private static boolean onlyUnit(JsonNode parameters) {
        return parameters.size() == 1 && parameters.has("unit");
    }

    public static boolean absent(JsonNode body, String name) {
        return body.path(name).isMissingNode() || body.path(name).isNull();
    }

    /**
     * Reads a body.
     *
     * @param nowMicros its time if it says none
     */
    public static WholeObservation read(JsonNode body, long nowMicros, @Nullable Long feature) {
        var time = period(body, TIME);
        var result = body.path(RESULT);
        if (result.isMissingNode() || result.isNull()) {
            throw new Malformed(RESULT, "is missing");
        }
        double number = result.isNumber() ? result.doubleValue() : Double.NaN;
        var resultTime = period(body, "resultTime");
        var valid = period(body, VALID);
        var detail = new ObservationDetail(
                time == null || time.fromMicros() == time.toMicros() ? null : time.toMicros(),
                Double.isFinite(number) ? null : Sent.json(RESULT, result),
                resultTime == null ? null : resultTime.fromMicros(),
                json(body, "resultQuality"),
                valid,
                json(body, "parameters"),
                feature);
        return new WholeObservation(
                time == null ? nowMicros : time.fromMicros(), Double.isFinite(number) ? number : Double.NaN, detail);
    }

    private static @Nullable String json(JsonNode body, String name) {
        return absent(body, name) ? null : Sent.json(name, body.path(name));
    }

    private static ObservationDetail.@Nullable Valid period(JsonNode body, String name) {
        if (absent(body, name)) {
            return null;
        }
        var parts = body.path(name).asString("").split("/", -1);
        long from = PhenomenonTime.parse(parts[0]);
        long to = parts.length == 1 ? from : PhenomenonTime.parse(parts[1]);
        if (parts.length > 2 || from == PhenomenonTime.INVALID || to == PhenomenonTime.INVALID || to < from) {
            throw new Malformed(
                    name, "must be a time such as 2026-07-01T08:00:00+08:00, or two of them with / between");
        }
        return new ObservationDetail.Valid(from, to);
    }
}
