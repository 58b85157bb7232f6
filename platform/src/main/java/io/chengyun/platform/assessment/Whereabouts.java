package io.chengyun.platform.assessment;

import io.chengyun.platform.place.Placement;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.place.Position;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where things stood when they observed (所在): by the boundaries of the day. */
@Component
class Whereabouts {

    private final Places places;

    Whereabouts(Places places) {
        this.places = places;
    }

    /** Where a point lay by the boundaries of the day, or by today's if those do not reach back so far. */
    Optional<Placement> find(@Nullable Position position, Instant at) {
        var on = LocalDate.ofInstant(at, places.district().zone());
        return position == null
                ? Optional.empty()
                : places.find(position, on).or(() -> places.find(position, places.today()));
    }
}
