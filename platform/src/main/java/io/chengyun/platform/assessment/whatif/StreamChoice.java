package io.chengyun.platform.assessment.whatif;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.Sensing;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the streams that somebody means (选流). */
@Component
class StreamChoice {

    private final Sensing sensing;
    private final Places places;

    StreamChoice(Sensing sensing, Places places) {
        this.sensing = sensing;
        this.places = places;
    }

    /** All streams of a property in a town, or in the district when it is null. */
    List<Datastream> of(String property, @Nullable String town) {
        var today = places.today();
        return sensing.listStreams().stream()
                .filter(stream -> stream.property().equals(property))
                .filter(stream -> town == null || standsIn(town, stream.position(), today))
                .toList();
    }

    private boolean standsIn(String town, @Nullable Position position, LocalDate day) {
        return position != null
                && places.find(position, day)
                        .filter(placement -> placement.town().value().equals(town))
                        .isPresent();
    }

    /** The streams of these ids; one that is not there, or observes something else, is malformed. */
    List<Datastream> named(List<Long> ids, String property) {
        return ids.stream().distinct().map(id -> one(id, property)).toList();
    }

    private Datastream one(long id, String property) {
        var stream = sensing.findStream(id)
                .orElseThrow(() ->
                        new Malformed("streams", "stream " + id + " is not there; list them with GET /api/situation"));
        if (!stream.property().equals(property)) {
            throw new Malformed(
                    "streams", "stream " + id + " observes " + stream.property() + ", the rule weighs " + property);
        }
        return stream;
    }
}
