package io.chengyun.platform.sensing.sensorthings;

import io.chengyun.platform.sensing.notation.PhenomenonTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** An observation that says a number and perhaps its time, and nothing else (单值观测). */
record PlainObservation(long micros, double result) {

    private static final int LONGEST = 1_024;

    /**
     * The observation of a body; null when it is anything else, torn or wrong: then the long way says what it is.
     *
     * @param now its time if it says none
     */
    static @Nullable PlainObservation parse(byte[] body, long now) {
        if (body.length > LONGEST) {
            return null;
        }
        try (var json = DataArrayReader.JSON.createParser(ObjectReadContext.empty(), body)) {
            var plain = json.nextToken() == JsonToken.START_OBJECT ? members(json, now) : null;
            return plain != null && json.nextToken() == null ? plain : null;
        } catch (JacksonException torn) {
            return null;
        }
    }

    private static @Nullable PlainObservation members(JsonParser json, long now) {
        long micros = now;
        double result = Double.NaN;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            var token = json.nextToken();
            if (name.equals("result") && token.isNumeric()) {
                result = json.getDoubleValue();
            } else if (name.equals("phenomenonTime") && token == JsonToken.VALUE_STRING) {
                micros = PhenomenonTime.parse(json.getString());
            } else {
                return null;
            }
        }
        return Double.isFinite(result) && micros != PhenomenonTime.INVALID
                ? new PlainObservation(micros, result)
                : null;
    }
}
