package io.chengyun.platform.assessment.group;

import io.chengyun.platform.place.Placement;
import io.chengyun.platform.scenario.GroupSpec.Over;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.rules.group.Member;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which groups streams make (分组), for whoever wants to know what a rule over several of them would say. */
@Component
public class Grouping {

    private final Whereabouts whereabouts;
    private final GroupSettings settings;

    Grouping(Whereabouts whereabouts, GroupSettings settings) {
        this.whereabouts = whereabouts;
        this.settings = settings;
    }

    /**
     * A stream's place in a group (组内位置).
     *
     * @param place code of the group: town, grid or thing, or the stream in the middle of a radius
     */
    public record Placed(String place, Member member) {}

    /** The places of each of these streams by the boundaries of a moment's day; one that stands nowhere has none. */
    public Map<Long, List<Placed>> of(Over over, List<Datastream> streams, Instant at) {
        var near = over.kind() == Over.Kind.RADIUS ? around(over, streams) : null;
        var placed = new HashMap<Long, List<Placed>>();
        for (var stream : streams) {
            var position = stream.position();
            if (position != null) {
                var placement = whereabouts.find(position, at).orElse(null);
                placed.put(
                        stream.id(),
                        places(over, stream, placement, near).stream()
                                .map(place -> new Placed(place, member(over, place, stream)))
                                .toList());
            }
        }
        return placed;
    }

    private Neighbourhoods around(Over over, List<Datastream> streams) {
        var near = new Neighbourhoods(over.metres(), settings.nearest());
        for (var stream : streams) {
            var position = stream.position();
            if (position != null) {
                near.join(stream.id(), position);
            }
        }
        return near;
    }

    /**
     * The groups in which a stream sits.
     *
     * @param near of all streams, if the groups are those of a radius; null otherwise
     */
    static List<String> places(
            Over over, Datastream stream, @Nullable Placement placement, @Nullable Neighbourhoods near) {
        return switch (over.kind()) {
            case TOWN ->
                placement == null ? List.of() : List.of(placement.town().value());
            case GRID ->
                placement == null ? List.of() : List.of(placement.grid().value());
            case THING -> List.of(stream.thingId());
            case RADIUS ->
                Objects.requireNonNull(near).centresOf(stream.id()).stream()
                        .map(String::valueOf)
                        .toList();
        };
    }

    /** How a rule names a stream of a group. */
    static Member member(Over over, String place, Datastream stream) {
        var position = Objects.requireNonNull(stream.position(), "what stands nowhere is in no group");
        boolean central = over.kind() == Over.Kind.RADIUS && place.equals(String.valueOf(stream.id()));
        return new Member(stream.id(), stream.property(), position.lon(), position.lat(), central);
    }
}
