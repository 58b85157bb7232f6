package io.chengyun.platform.sensing.sensorthings;

import io.chengyun.platform.sensing.Sensing;
import io.chengyun.platform.sensing.notation.PhenomenonTime;
import io.chengyun.platform.sensing.sensorthings.answer.Entity;
import io.chengyun.platform.sensing.sensorthings.model.EntityId;
import io.chengyun.platform.sensing.sensorthings.model.EntityPath;
import io.chengyun.platform.sensing.sensorthings.model.EntityPath.Ending;
import io.chengyun.platform.sensing.sensorthings.model.EntityType;
import io.chengyun.platform.sensing.sensorthings.model.EntityTypes;
import java.time.Clock;
import java.util.HashMap;
import java.util.Optional;
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

    /** Stores the observation and shows it, if it is a plain one; refuses one that is rejected. */
    Optional<Entity> take(EntityPath path, byte[] body) {
        var stream = stream(path);
        if (stream == null || !isPlain(stream)) {
            return Optional.empty();
        }
        var plain = PlainObservation.parse(body, PhenomenonTime.micros(clock.instant()));
        return Optional.ofNullable(plain).map(known -> shown(door.take(stream, known), known));
    }

    /** The stream whose observations the path leads to; null when it leads elsewhere. */
    private static @Nullable Long stream(EntityPath path) {
        var segments = path.segments();
        if (segments.size() != 2 || path.ending() != Ending.WHOLE) {
            return null;
        }
        var id = segments.get(0).id();
        var end = segments.get(1);
        boolean fits = segments.get(0).name().equals(EntityTypes.DATASTREAMS)
                && end.name().equals(EntityTypes.OBSERVATIONS)
                && end.id() == null;
        return fits && id != null && id.micros() == null ? Long.valueOf(id.number()) : null;
    }

    private boolean isPlain(long stream) {
        return sensing.findStream(stream).isPresent() && sensing.registered(stream) && sensing.featured(stream);
    }

    private static Entity shown(EntityId id, PlainObservation plain) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("phenomenonTime", PhenomenonTime.instant(plain.micros()).toString());
        values.put("result", number(plain.result()));
        values.put("resultTime", null);
        return new Entity(OBSERVATIONS, id, id, values);
    }

    /** As the database shows it: a whole number without a point. */
    private static Object number(double result) {
        boolean whole = result == Math.rint(result) && Math.abs(result) < PLAIN_DIGITS;
        return whole ? (Object) (long) result : result;
    }
}
