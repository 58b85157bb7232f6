package io.chengyun.platform.casework.errand;

import io.chengyun.platform.access.Role;
import io.chengyun.platform.access.shift.OnDuty;
import io.chengyun.platform.access.shift.Shifts;
import io.chengyun.platform.casework.errand.ErrandRules.Candidate;
import io.chengyun.platform.casework.errand.SeenStore.Seen;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.place.Position;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Front door of errands (核查派单): who is nearest of those on shift when somebody has to look at a case. */
@Service
public class Errands {

    private final Shifts shifts;
    private final SeenStore seen;
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
        this.seen = seen;
        this.places = places;
        this.clock = clock;
        this.terms = ErrandTerms.read(Path.of(district));
    }

    /** Whom to ask now. */
    public Errand find(Target target) {
        var now = clock.instant();
        var term = terms.on(places.today());
        var onShift = shifts.list(Role.INSPECTOR, now);
        if (onShift.isEmpty()) {
            return Errand.NOBODY;
        }
        var ids = onShift.stream().map(duty -> duty.person().id()).toList();
        var lastSeen = seen.listSince(ids, now.minus(term.placeHolds()), now);
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
