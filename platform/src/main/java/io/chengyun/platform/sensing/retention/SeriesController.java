package io.chengyun.platform.sensing.retention;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Access;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.place.Placement;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.Sensing;
import io.chengyun.platform.sensing.SensingRefusal;
import io.chengyun.platform.sensing.table.RetentionSettings;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows what a stream observed, fine for a short time and coarse for a long one (观测序列接口). */
@RestController
@RequestMapping("/api/sensing/streams")
class SeriesController {

    private final Sensing sensing;
    private final SeriesStore store;
    private final RetentionSettings settings;
    private final Reach reach;
    private final Clock clock;

    SeriesController(Sensing sensing, SeriesStore store, RetentionSettings settings, Reach reach, Clock clock) {
        this.sensing = sensing;
        this.store = store;
        this.settings = settings;
        this.reach = reach;
        this.clock = clock;
    }

    /** How far somebody's eyes go. */
    @Component
    record Reach(Access access, Places places) {

        boolean holds(Caller caller, Datastream stream) {
            var town = caller.town();
            if (town == null) {
                return true;
            }
            var position = stream.position();
            boolean own = position != null
                    && places.find(position, places.today())
                            .map(Placement::town)
                            .filter(town::equals)
                            .isPresent();
            if (!own) {
                access.denied(caller, "read", "stream-" + stream.id());
            }
            return own;
        }
    }

    /** At most {@code points} points; a stream of another town is absent, and the try is noted. */
    @GetMapping("/{id}/series")
    Series series(@PathVariable long id, SeriesQuery query, Caller caller) {
        var now = clock.instant();
        var asked = query.asked(now);
        var stream = sensing.findStream(id)
                .filter(one -> reach.holds(caller, one))
                .orElseThrow(() -> new Refused(SensingRefusal.NO_SUCH_ENTITY));
        var resolution = asked.resolution(settings, now);
        return new Series(
                id,
                stream.property(),
                stream.unit(),
                asked.span().from(),
                asked.span().until(),
                resolution,
                store.list(id, asked, resolution, clock.getZone()));
    }
}
