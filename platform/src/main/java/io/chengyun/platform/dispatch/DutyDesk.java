package io.chengyun.platform.dispatch;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.dispatch.Work.Assignment;
import io.chengyun.platform.dispatch.Work.Task;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.scenario.DutyList;
import io.chengyun.platform.scenario.Scenario;
import io.chengyun.platform.scenario.Scenarios;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks up today's duty list (责任清单) and today's organisations for the rules. */
@Component
class DutyDesk {

    private final Scenarios scenarios;
    private final Places places;
    private final DutyRules rules = new DutyRules();

    DutyDesk(Scenarios scenarios, Places places) {
        this.scenarios = scenarios;
        this.places = places;
    }

    Assignment assign(Task task) {
        return rules.assign(list(task.caseClass()), task, places.today(), this::exists);
    }

    Assignment fallback(Task task) {
        return rules.fallback(list(task.caseClass()));
    }

    /** The organisation that somebody named; refuses one that does not exist today. */
    Assignment named(String organisation) {
        if (!exists(organisation)) {
            throw new Refused(DispatchRefusal.NO_SUCH_ORGANISATION);
        }
        return new Assignment(organisation, null, false);
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
