package io.chengyun.platform.casework.errand;

import io.chengyun.kernel.Remembered;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.access.shift.OnDuty;
import io.chengyun.platform.access.shift.Shifts;
import io.chengyun.platform.casework.errand.ErrandRules.Candidate;
import io.chengyun.platform.casework.errand.SeenStore.Seen;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.place.Position;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Front door of errands (核查派单): who is nearest of those on shift when somebody has to look at a case. */
@Service
public class Errands {

    /** So long somebody may be thought to be where they no longer are, if another instance knows better. */
    private static final Duration SEEN_HOLDS = Duration.ofSeconds(1);

    private final Shifts shifts;
    private final Remembered<Set<String>, Map<String, Seen>> seen;
    private final Places places;
    private final Clock clock;
    private final ErrandTerms terms;

    Errands(
            Shifts shifts,
            SeenStore seen,
            Places places,
            Clock clock,
            @Value("${chengyun.place.district:districts/minhang}") String district) {
        this.shifts = shifts;
        this.places = places;
        this.clock = clock;
        this.terms = ErrandTerms.read(Path.of(district));
        this.seen = new Remembered<>(clock, SEEN_HOLDS, staff -> {
            var now = clock.instant();
            return seen.listSince(staff, now.minus(terms.on(places.today()).placeHolds()), now);
        });
    }

    /** Somebody was seen somewhere, and that is committed: who asks next asks the database. */
    public void forgetPlaces() {
        seen.forget();
    }

    /** Whom to ask now. */
    public Errand find(Target target) {
        var now = clock.instant();
        var term = terms.on(places.today());
        var onShift = shifts.list(Role.INSPECTOR, now);
        if (onShift.isEmpty()) {
            return Errand.NOBODY;
        }
        var lastSeen = seen.get(onShift.stream().map(duty -> duty.person().id()).collect(Collectors.toSet()));
        var candidates = onShift.stream().map(duty -> candidate(duty, lastSeen)).toList();
        return ErrandRules.nearest(target, candidates, term.roundMetres());
    }

    private Candidate candidate(OnDuty duty, Map<String, Seen> lastSeen) {
        var last = lastSeen.get(duty.person().id());
        return last == null ? new Candidate(duty, middle(duty), null) : new Candidate(duty, last.position(), last.at());
    }

    /** Of the whole district where the shift is of all of it, or of an area that is no more. */
    private Position middle(OnDuty duty) {
        return places.findArea(duty.area(), places.today()).isPresent()
                ? places.centreOf(duty.area())
                : places.districtCentre();
    }
}
