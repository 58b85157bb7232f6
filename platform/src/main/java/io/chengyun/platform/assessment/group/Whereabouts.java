package io.chengyun.platform.assessment.group;

import io.chengyun.platform.place.Placement;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.place.Position;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where things stood when they observed (所在): by the boundaries of the day. */
@Component
public class Whereabouts {

    private final Places places;

    Whereabouts(Places places) {
        this.places = places;
    }

    /** The time by which the district counts its days. */
    ZoneId zone() {
        return places.district().zone();
    }

    /** Where a point lay by the boundaries of the day, or by today's if those do not reach back so far. */
    public Optional<Placement> find(@Nullable Position position, Instant at) {
        return find(position, LocalDate.ofInstant(at, zone()));
    }

    Optional<Placement> find(@Nullable Position position, LocalDate on) {
        return position == null
                ? Optional.empty()
                : places.find(position, on).or(() -> places.find(position, places.today()));
    }
}
