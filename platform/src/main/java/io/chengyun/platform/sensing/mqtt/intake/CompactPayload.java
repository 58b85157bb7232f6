package io.chengyun.platform.sensing.mqtt.intake;

import io.chengyun.platform.sensing.ObservationBatch;
import io.chengyun.platform.sensing.Reject;
import io.chengyun.platform.sensing.notation.NumberText;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The short form in which small devices write (紧凑报文): {@code 12.5}, {@code time,12.5}, {@code {"t":time,"v":12.5}}; and
 * for several properties at once lines {@code property,[time,]value} or a JSON array of {@code {"p":…,"t":…,"v":…}}.
 */
final class CompactPayload {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObservationBatch batch;
    private final long now;
    private final ToLongFunction<String> streams;

    /**
     * @param nowMicros time of a value that comes without one
     * @param streams the id of the device's stream of a property
     */
    CompactPayload(ObservationBatch batch, long nowMicros, ToLongFunction<String> streams) {
        this.batch = batch;
        this.now = nowMicros;
        this.streams = streams;
    }

    /** Reads a message about one property. */
    void readOne(String property, String text) {
        long stream = streams.applyAsLong(property);
        if (text.startsWith("{")) {
            readJson(text, node -> add(stream, node));
        } else {
            int comma = text.indexOf(',');
            add(stream, comma < 0 ? null : text.substring(0, comma), text.substring(comma + 1));
        }
    }

    /** Reads a message about several properties; each entry stands or falls for itself. */
    void readMany(String text) {
        var bare = text.strip();
        if (bare.startsWith("[")) {
            readJson(bare, this::addEntries);
        } else {
            bare.lines().forEach(this::addLine);
        }
        if (bare.isEmpty()) {
            batch.addRejected(0, Reject.MISSING, text);
        }
    }

    private void addEntries(JsonNode entries) {
        if (entries.isEmpty()) {
            batch.addRejected(0, Reject.MISSING, "[]");
        }
        entries.forEach(entry -> add(streams.applyAsLong(entry.path("p").asString("")), entry));
    }

    private void addLine(String line) {
        int first = line.indexOf(',');
        if (first < 0) {
            batch.addRejected(0, Reject.MALFORMED_ROW, line);
            return;
        }
        int second = line.indexOf(',', first + 1);
        var time = second < 0 ? null : line.substring(first + 1, second);
        add(streams.applyAsLong(line.substring(0, first).strip()), time, line.substring(Math.max(first, second) + 1));
    }

    private void readJson(String text, java.util.function.Consumer<JsonNode> reader) {
        JsonNode node;
        try {
            node = JSON.readTree(text);
        } catch (JacksonException torn) {
            batch.addRejected(0, Reject.MALFORMED_ROW, text);
            return;
        }
        reader.accept(node);
    }

    private void add(long stream, JsonNode entry) {
        var value = entry.path("v");
        var time = entry.get("t");
        // A number in quotes is text here as in the standard's JSON: whoever sends it should know.
        if (value.isString() || value.isBoolean() || value.isContainer()) {
            batch.addRejected(stream, Reject.NOT_NUMERIC, entry.toString());
        } else {
            add(stream, time == null ? null : time.asString(""), value.asString(""));
        }
    }

    private void add(long stream, @Nullable String time, String value) {
        if (time != null) {
            batch.add(stream, time.strip(), value);
            return;
        }
        var why = Reject.of(NumberText.of(value));
        if (why == null) {
            batch.add(stream, now, Double.parseDouble(value.strip()));
        } else {
            batch.addRejected(stream, why, value);
        }
    }
}
