package io.chengyun.platform.evaluation.fact;

import io.chengyun.kernel.DomainEvent;
import io.chengyun.platform.casework.CaseEvent;
import io.chengyun.platform.casework.appeal.AppealEvent;
import io.chengyun.platform.casework.clock.WorkCalendar;
import io.chengyun.platform.journal.Follower;
import io.chengyun.platform.place.Organisation;
import io.chengyun.platform.place.Places;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Hears what happens to cases and to appeals, and keeps the facts that figures are counted from (听案件). */
@Component
class FactFollower implements Follower<DomainEvent> {

    private final CaseFactStore cases;
    private final TurnStore turns;
    private final Places places;
    private final WorkCalendar calendar;
    private final TurnRules rules;

    FactFollower(CaseFactStore cases, TurnStore turns, Places places, WorkCalendar calendar) {
        this.cases = cases;
        this.turns = turns;
        this.places = places;
        this.calendar = calendar;
        this.rules = new TurnRules(calendar);
    }

    @Override
    public String name() {
        return "evaluation.facts";
    }

    @Override
    public Class<DomainEvent> hears() {
        return DomainEvent.class;
    }

    @Override
    public boolean heeds(DomainEvent event) {
        return event instanceof CaseEvent || event instanceof AppealEvent.Granted;
    }

    /** Both kinds by one follower: an appeal must not be heard before the case that it is about. */
    @Override
    public void on(long number, DomainEvent event) {
        if (event instanceof CaseEvent happened) {
            keep(number, happened);
        } else if (event instanceof AppealEvent.Granted granted) {
            cases.grant(granted.now().caseId(), granted.at());
        }
    }

    private void keep(long number, CaseEvent event) {
        var standing = Standing.of(event, number, calendar, levelOf(event));
        if (!cases.save(standing)) {
            return; // heard before
        }
        var id = event.subject();
        TurnRules.undoes(event).ifPresent(desk -> turns.undo(id, desk));
        rules.on(event, number, turns.listOpen(id)).forEach(turns::save);
    }

    /** What kind of organisation has it, on the day of the event: the lowest level is a grid's station. */
    private String levelOf(CaseEvent event) {
        var day = LocalDate.ofInstant(event.at(), places.district().zone());
        return places.findOrganisation(Standing.organisationOf(event.now()), day)
                .map(Organisation::kind)
                .orElse("unknown");
    }
}
