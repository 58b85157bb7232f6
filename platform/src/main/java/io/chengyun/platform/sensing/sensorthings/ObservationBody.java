package io.chengyun.platform.sensing.sensorthings;

import io.chengyun.platform.sensing.ObservationBatch;
import io.chengyun.platform.sensing.Reject;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** An observation as the standard writes it (观测报文), for doors that are not HTTP. */
public final class ObservationBody {

    /** Stream of a body that must name its stream itself. */
    public static final long NO_STREAM = RowReader.NO_STREAM;

    private ObservationBody() {}

    /**
     * Adds one row to the batch, whatever the text is: a body that is no observation becomes a rejected row.
     *
     * @param stream the stream the topic names, which one in the body overrides
     */
    public static void read(String text, long stream, ObservationBatch batch, long nowMicros) {
        int before = batch.size();
        try (var json = DataArrayReader.JSON.createParser(ObjectReadContext.empty(), text)) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                new RowReader(batch, nowMicros).readObject(json, stream);
            }
        } catch (JacksonException torn) {
            batch.addRejected(stream, Reject.MALFORMED_ROW, text);
        }
        if (batch.size() == before) {
            batch.addRejected(stream, Reject.MALFORMED_ROW, text);
        }
    }
}
