package io.chengyun.platform.assessment.whatif;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.assessment.group.Grouping;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.Sensing;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the streams that somebody means (选流). */
@Component
class StreamChoice {

    private final Sensing sensing;
    private final Places places;
    private final Grouping grouping;

    StreamChoice(Sensing sensing, Places places, Grouping grouping) {
        this.sensing = sensing;
        this.places = places;
        this.grouping = grouping;
    }

    /** The groups that streams make. */
    Grouping grouping() {
        return grouping;
    }

    /** All streams of these properties in a town, or in the district when it is null. */
    List<Datastream> of(Set<String> properties, @Nullable String town) {
        var today = places.today();
        return sensing.listStreams().stream()
                .filter(stream -> properties.contains(stream.property()))
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
    List<Datastream> named(List<Long> ids, Set<String> properties) {
        return ids.stream().distinct().map(id -> one(id, properties)).toList();
    }

    private Datastream one(long id, Set<String> properties) {
        var stream = sensing.findStream(id)
                .orElseThrow(() ->
                        new Malformed("streams", "stream " + id + " is not there; list them with GET /api/situation"));
        if (!properties.contains(stream.property())) {
            throw new Malformed(
                    "streams",
                    "stream " + id + " observes " + stream.property() + ", the rule weighs "
                            + String.join(", ", new TreeSet<>(properties)));
        }
        return stream;
    }
}
