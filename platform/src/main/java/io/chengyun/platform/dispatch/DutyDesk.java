package io.chengyun.platform.dispatch;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.address.owner.Holdings;
import io.chengyun.platform.address.owner.Owners;
import io.chengyun.platform.dispatch.DutyRules.Asked;
import io.chengyun.platform.dispatch.DutyRules.Day;
import io.chengyun.platform.dispatch.Work.Assignment;
import io.chengyun.platform.dispatch.Work.Task;
import io.chengyun.platform.dispatch.correction.Corrections;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.scenario.DutyList;
import io.chengyun.platform.scenario.Scenario;
import io.chengyun.platform.scenario.Scenarios;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks up today's duty list (责任清单), today's owners and today's organisations for the rules. */
@Component
class DutyDesk {

    private final Scenarios scenarios;
    private final Places places;
    private final Owners owners;
    private final Corrections corrections;

    DutyDesk(Scenarios scenarios, Places places, Owners owners, Corrections corrections) {
        this.scenarios = scenarios;
        this.places = places;
        this.owners = owners;
        this.corrections = corrections;
    }

    /** Who has it by what holds today. */
    Assignment assign(Task task) {
        var today = places.today();
        var signed = corrections
                .find(task.caseClass(), List.of(task.grid(), task.town()), today)
                .orElse(null);
        var day = new Day(today, this::exists);
        return DutyRules.assign(new Asked(list(task.caseClass()), task, holdings(task, today), signed, day));
    }

    Task sited(Task task, Position point) {
        var site = owners.site(task.caseClass(), point, places.today());
        return new Task(task.caseClass(), task.town(), task.grid(), site);
    }

    private Holdings holdings(Task task, LocalDate today) {
        var site = task.site();
        return site == null ? Holdings.NONE : owners.holdings(site, today);
    }

    Assignment fallback(Task task) {
        return DutyRules.fallback(list(task.caseClass()));
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
