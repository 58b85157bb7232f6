package io.chengyun.platform.sensing.sensorthings;

import io.chengyun.platform.sensing.Sensing;
import io.chengyun.platform.sensing.notation.PhenomenonTime;
import io.chengyun.platform.sensing.sensorthings.model.EntityId;
import io.chengyun.platform.sensing.sensorthings.model.EntityType;
import io.chengyun.platform.sensing.sensorthings.model.EntityTypes;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The short way for what devices post most (快速上报): one number for one stream that the registry knows. It is stored on the
 * same lane as all others, but neither looked up before nor read back after. Whatever is not as plain takes the long way.
 */
@Component
class QuickEntry {

    /** Whole numbers above are written as the database writes them, with an exponent. */
    private static final double PLAIN_DIGITS = 1e15;

    private static final EntityType OBSERVATIONS = EntityTypes.get(EntityTypes.OBSERVATIONS);

    private final Sensing sensing;
    private final ObservationDoor door;
    private final Clock clock;

    QuickEntry(Sensing sensing, ObservationDoor door, Clock clock) {
        this.sensing = sensing;
        this.door = door;
        this.clock = clock;
    }

    /** A plain observation that is stored. */
    record Taken(EntityId id, PlainObservation plain) {

        /** Its address under the service's. */
        String link(String root) {
            return root + "/" + OBSERVATIONS.set() + "(" + id.inLink() + ")";
        }

        /** What reading it would show. */
        Map<String, @Nullable Object> json(String root) {
            var link = link(root);
            var json = new LinkedHashMap<String, @Nullable Object>();
            json.put("@iot.id", id.value());
            json.put("@iot.selfLink", link);
            json.put("phenomenonTime", PhenomenonTime.instant(plain.micros()).toString());
            json.put("result", number(plain.result()));
            json.put("resultTime", null);
            OBSERVATIONS.links().forEach(to -> json.put(to.name() + "@iot.navigationLink", link + "/" + to.name()));
            return json;
        }
    }

    /** Stores the observation if it is a plain one, else does nothing and gives null; refuses one that is rejected. */
    @Nullable
    Taken take(long stream, byte[] body) {
        var plain = isPlain(stream) ? PlainObservation.parse(body, PhenomenonTime.micros(clock.instant())) : null;
        return plain == null ? null : new Taken(door.take(stream, plain), plain);
    }

    private boolean isPlain(long stream) {
        return sensing.findStream(stream).isPresent() && sensing.registered(stream) && sensing.featured(stream);
    }

    /** As the database shows it: a whole number without a point. */
    private static Object number(double result) {
        boolean whole = result == Math.rint(result) && Math.abs(result) < PLAIN_DIGITS;
        return whole ? (Object) (long) result : result;
    }
}
