package io.chengyun.platform.sensing.sensorthings;

import io.chengyun.kernel.CityException;
import io.chengyun.kernel.Malformed;
import io.chengyun.platform.sensing.ObservationBatch;
import io.chengyun.platform.sensing.Reject;
import io.chengyun.platform.sensing.notation.NumberText;
import io.chengyun.platform.sensing.notation.PhenomenonTime;
import io.chengyun.platform.sensing.sensorthings.change.MultiStreams;
import io.chengyun.platform.sensing.sensorthings.change.Sent;
import io.chengyun.platform.sensing.sensorthings.change.WholeObservation;
import io.chengyun.platform.sensing.sensorthings.model.EntityId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one observation after the other into a batch (观测行): a row of a data array, or an object of the standard. */
final class RowReader {

    /** Id of no stream. */
    static final long NO_STREAM = 0;

    private static final String TIME = "phenomenonTime";
    private static final String RESULT = "result";
    private static final String PARAMETERS = "parameters";

    private final ObservationBatch batch;
    private final long now;
    private final Beyond beyond;
    /** Of a row that has more than a number, what it has. */
    private final Cells cells = new Cells();

    private long stream = NO_STREAM;
    private String[] components = {};

    private long micros;
    private double value;
    private @Nullable Reject why;
    private @Nullable String unit;
    /** What the sender wrote, as far as a bad cell made it worth keeping. */
    private @Nullable String timeText;

    private String resultText = "";

    RowReader(ObservationBatch batch, long nowMicros) {
        this(batch, nowMicros, Beyond.NOTHING);
    }

    RowReader(ObservationBatch batch, long nowMicros, Beyond beyond) {
        this.batch = batch;
        this.now = nowMicros;
        this.beyond = beyond;
    }

    void begin(long ofStream, List<String> ofComponents) {
        stream = ofStream;
        components = ofComponents.toArray(String[]::new);
    }

    /** Reads the row on which the parser stands; whatever it is, it becomes one row of the batch. */
    void read(JsonParser json) {
        clear();
        if (json.currentToken() != JsonToken.START_ARRAY) {
            batch.addRejected(stream, Reject.MALFORMED_ROW, String.valueOf(json.getString()));
            json.skipChildren();
            return;
        }
        int cell = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            readCell(json, cell < components.length ? components[cell] : "");
            cell++;
        }
        if (cell != components.length) {
            why = Reject.MALFORMED_ROW;
        }
        finish();
    }

    /** Reads the observation object that the parser is at the beginning of. */
    void readObject(JsonParser json, long ofStream) {
        clear();
        stream = ofStream;
        why = Reject.MISSING;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            json.nextToken();
            if (name.equals("Datastream")) {
                stream = readStream(json);
            } else {
                readCell(json, name);
            }
        }
        finish();
    }

    /** The id in {@code {"@iot.id": 1}}; {@link #NO_STREAM} if it is no number. */
    static long readStream(JsonParser json) {
        long stream = NO_STREAM;
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return stream;
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean id = json.currentName().equals("@iot.id");
            json.nextToken();
            var text = String.valueOf(json.getString());
            if (id && text.matches("\\d{1,18}")) {
                stream = Long.parseLong(text);
            }
            json.skipChildren();
        }
        return stream;
    }

    private void clear() {
        micros = now;
        value = Double.NaN;
        why = null;
        unit = null;
        timeText = null;
        resultText = "";
        cells.clear();
    }

    private void readCell(JsonParser json, String component) {
        switch (component) {
            case TIME -> readTime(json);
            case RESULT -> readResult(json);
            case PARAMETERS -> readParameters(json);
            default -> {
                if (beyond != Beyond.NOTHING && Cells.KNOWN.contains(component)) {
                    cells.take(component, json);
                } else {
                    json.skipChildren();
                }
            }
        }
    }

    private void readTime(JsonParser json) {
        var text = json.getString();
        if (beyond != Beyond.NOTHING && text != null && text.indexOf('/') > 0) {
            cells.take(TIME, json);
            return;
        }
        micros = json.currentToken() == JsonToken.VALUE_STRING ? PhenomenonTime.parse(text) : PhenomenonTime.INVALID;
        timeText = text;
        json.skipChildren();
    }

    private void readResult(JsonParser json) {
        var token = json.currentToken();
        why = null;
        if (!token.isNumeric() && token != JsonToken.VALUE_NULL && !beyond.registered(stream)) {
            cells.take(RESULT, json);
            return;
        }
        if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
            value = json.getDoubleValue();
            return;
        }
        resultText = String.valueOf(json.getString());
        if (token == JsonToken.VALUE_NULL) {
            why = Reject.MISSING;
        } else {
            // A number in quotes is text: whoever sends it should know.
            var reject = token == JsonToken.VALUE_STRING ? Reject.of(NumberText.of(resultText)) : Reject.NOT_NUMERIC;
            why = reject == null ? Reject.NOT_NUMERIC : reject;
        }
        json.skipChildren();
    }

    private void readParameters(JsonParser json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        if (beyond != Beyond.NOTHING) {
            cells.take(PARAMETERS, json);
            unit = cells.settleUnit(PARAMETERS);
            return;
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean unitNamed = json.currentName().equals("unit");
            if (json.nextToken() == JsonToken.VALUE_STRING && unitNamed) {
                unit = json.getString();
            }
            json.skipChildren();
        }
    }

    private void finish() {
        if (!cells.isEmpty() && why == null) {
            finishWhole();
            return;
        }
        if (micros == PhenomenonTime.INVALID) {
            why = Reject.MALFORMED_ROW;
        }
        if (why == null) {
            batch.add(stream, micros, value);
        } else {
            var time = timeText == null ? PhenomenonTime.instant(now).toString() : timeText;
            batch.addRejected(stream, why, time + ", " + (resultText.isEmpty() ? value : resultText));
        }
        if (unit != null) {
            batch.inUnit(unit);
        }
    }

    /** Adds a row that has more than a number. */
    private void finishWhole() {
        var body = cells.values();
        if (!body.has(RESULT)) {
            body.put(RESULT, value);
        }
        try {
            int parts = beyond.parts(stream);
            if (parts > 0) {
                MultiStreams.checkResult(body.path(RESULT), parts);
            }
            var feature = Sent.named(body.path("FeatureOfInterest")).map(EntityId::number);
            if (feature.isPresent() && !beyond.feature(feature.get())) {
                throw new Malformed("FeatureOfInterest", "is none of this house");
            }
            var whole = WholeObservation.read(body, micros, feature.orElse(null));
            batch.addDetailed(stream, whole.micros(), whole.number(), whole.detail());
            if (unit != null) {
                batch.inUnit(unit);
            }
        } catch (CityException wrong) {
            batch.addRejected(stream, Reject.MALFORMED_ROW, wrong.getMessage() + ": " + body);
        }
    }
}
