package io.chengyun.platform.sensing.sensorthings;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.sensing.ObservationBatch;
import io.chengyun.platform.sensing.SensingRefusal;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads the body of CreateObservations (数据数组) as it comes in, into a batch.
 *
 * <p>A bad row is a reject in the batch; a body that is no whole JSON document of the standard's shape is malformed, and
 * nothing of it leaves here. In each group {@code Datastream} and {@code components} come before {@code dataArray}.
 */
final class DataArrayReader {

    static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    private final int maxRows;
    private final RowReader rows;
    private final ObservationBatch batch;

    /**
     * @param nowMicros the time of rows that have none
     * @param beyond what rows with more than a number are held against
     */
    DataArrayReader(String source, int maxRows, long nowMicros, Beyond beyond) {
        this.maxRows = maxRows;
        this.batch = new ObservationBatch(source);
        this.rows = new RowReader(batch, nowMicros, beyond);
    }

    ObservationBatch read(InputStream body) {
        try (var json = JSON.createParser(ObjectReadContext.empty(), body)) {
            expect(json.nextToken(), JsonToken.START_ARRAY, "body", "must be an array of data arrays");
            while (json.nextToken() == JsonToken.START_OBJECT) {
                readGroup(json);
            }
            expect(json.currentToken(), JsonToken.END_ARRAY, "body", "must hold objects with Datastream and dataArray");
            if (json.nextToken() != null) {
                throw new Malformed("body", "must end after the array");
            }
            return batch;
        } catch (JacksonException torn) {
            throw new Malformed("body", "must be one whole JSON document; it is none" + where(torn));
        }
    }

    private static String where(JacksonException torn) {
        var at = torn.getLocation();
        return at == null ? "" : " from line " + at.getLineNr() + ", column " + at.getColumnNr() + " on";
    }

    private void readGroup(JsonParser json) {
        long stream = RowReader.NO_STREAM;
        boolean named = false;
        List<String> components = List.of();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            json.nextToken();
            switch (name) {
                case "Datastream", "MultiDatastream" -> {
                    stream = RowReader.readStream(json);
                    named = true;
                }
                case "components" -> components = readComponents(json);
                case "dataArray" -> {
                    if (!named || components.isEmpty()) {
                        throw new Malformed("dataArray", "put Datastream and components before it");
                    }
                    readRows(json, stream, components);
                }
                default -> json.skipChildren();
            }
        }
    }

    private void readRows(JsonParser json, long stream, List<String> components) {
        expect(json.currentToken(), JsonToken.START_ARRAY, "dataArray", "must be an array of rows");
        rows.begin(stream, components);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (batch.size() >= maxRows) {
                throw new Refused(SensingRefusal.TOO_LARGE, List.of(maxRows + " rows"));
            }
            rows.read(json);
        }
    }

    private static List<String> readComponents(JsonParser json) {
        expect(json.currentToken(), JsonToken.START_ARRAY, "components", "must be an array of names");
        var components = new ArrayList<String>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json.currentToken(), JsonToken.VALUE_STRING, "components", "must be an array of names");
            components.add(json.getString());
        }
        if (!components.contains("result")) {
            throw new Malformed("components", "must name result");
        }
        return components;
    }

    private static void expect(@Nullable JsonToken found, JsonToken wanted, String field, String remedy) {
        if (found != wanted) {
            throw new Malformed(field, remedy);
        }
    }
}
