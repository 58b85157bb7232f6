package io.chengyun.platform.sensing.sensorthings;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.sensing.ObservationBatch;
import io.chengyun.platform.sensing.Sensing;
import io.chengyun.platform.sensing.notation.PhenomenonTime;
import io.chengyun.platform.sensing.sensorthings.model.EntityId;
import java.io.InputStream;
import java.time.Clock;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** Takes observations one by one (单条上报), on the same lane as the many. */
@Component
class ObservationDoor {

    private final Sensing sensing;
    private final Clock clock;
    private final CurrentSender sender;

    ObservationDoor(Sensing sensing, Clock clock, CurrentSender sender) {
        this.sensing = sensing;
        this.clock = clock;
        this.sender = sender;
    }

    /**
     * Stores the observation of a body; refuses one that is rejected.
     *
     * @param stream the stream the path names, which one in the body overrides
     */
    EntityId take(InputStream body, long stream) {
        var batch = sender.batch();
        var row = new RowReader(batch, PhenomenonTime.micros(clock.instant()));
        try (var json = DataArrayReader.JSON.createParser(ObjectReadContext.empty(), body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new Malformed("body", "must be an observation object");
            }
            row.readObject(json, stream);
        } catch (JacksonException torn) {
            throw new Malformed("body", "must be one whole JSON document");
        }
        return send(batch);
    }

    /** Stores an observation that is read already; refuses one that is rejected. */
    EntityId take(long stream, PlainObservation plain) {
        return send(sender.batch().add(stream, plain.micros(), plain.result()));
    }

    CurrentSender sender() {
        return sender;
    }

    /** Stores a batch of one; refuses it if it is rejected, or not the sender's to send. */
    EntityId send(ObservationBatch batch) {
        sender.weigh(batch);
        var rejected = sensing.send(batch).rejected();
        if (!rejected.isEmpty()) {
            throw new Refused(new RowRefused(rejected.get(0).why()));
        }
        return new EntityId(batch.stream(0), batch.micros(0));
    }
}
