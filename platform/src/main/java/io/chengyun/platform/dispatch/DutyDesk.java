package io.chengyun.platform.dispatch;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.dispatch.Work.Assignment;
import io.chengyun.platform.dispatch.Work.Basis;
import io.chengyun.platform.dispatch.Work.Task;
import io.chengyun.platform.dispatch.correction.Corrections;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.scenario.DutyList;
import io.chengyun.platform.scenario.DutyList.Level;
import io.chengyun.platform.scenario.Scenario;
import io.chengyun.platform.scenario.Scenarios;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks up today's duty list (责任清单) and today's organisations for the rules. */
@Component
class DutyDesk {

    private final Scenarios scenarios;
    private final Places places;
    private final Corrections corrections;
    private final DutyRules rules = new DutyRules();

    DutyDesk(Scenarios scenarios, Places places, Corrections corrections) {
        this.scenarios = scenarios;
        this.places = places;
        this.corrections = corrections;
    }

    /** Who has it, in this order (派遣优先级): what was signed, the rows of the grid, the town and the district, the fallback. */
    Assignment assign(Task task) {
        return corrected(task)
                .orElseGet(() -> rules.assign(list(task.caseClass()), task, places.today(), this::exists));
    }

    private Optional<Assignment> corrected(Task task) {
        return corrections
                .find(task.caseClass(), List.of(task.grid(), task.town()), places.today())
                .filter(correction -> exists(correction.row().organisation()))
                .map(correction -> {
                    var row = correction.row();
                    var level = row.area().equals(task.grid()) ? Level.GRID : Level.TOWN;
                    var basis = new Basis(correction.id(), row.caseClass(), row.area(), row.from());
                    return new Assignment(row.organisation(), level, false, basis);
                });
    }

    Assignment fallback(Task task) {
        return rules.fallback(list(task.caseClass()));
    }

    /** The organisation that somebody named; refuses one that does not exist today. */
    Assignment named(String organisation) {
        if (!exists(organisation)) {
            throw new Refused(DispatchRefusal.NO_SUCH_ORGANISATION);
        }
        return new Assignment(organisation, null, false, null);
    }

    private boolean exists(String organisation) {
        return places.findOrganisation(organisation, places.today()).isPresent();
    }

    /** Whether a duty list speaks of the task's class. */
    boolean knows(Task task) {
        return find(task.caseClass()).isPresent();
    }

    private DutyList list(String caseClass) {
        return find(caseClass).orElseThrow(() -> new Refused(DispatchRefusal.NO_DUTY_LIST));
    }

    private Optional<DutyList> find(String caseClass) {
        return scenarios.list().stream()
                .filter(scenario -> scenario.casework().find(caseClass).isPresent())
                .findFirst()
                .map(Scenario::dispatch);
    }
}
