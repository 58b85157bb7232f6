package io.chengyun.platform.evaluation.fact;

import io.chengyun.kernel.DomainEvent;
import io.chengyun.platform.casework.CaseEvent;
import io.chengyun.platform.casework.appeal.AppealEvent;
import io.chengyun.platform.casework.clock.WorkCalendar;
import io.chengyun.platform.journal.Follower;
import io.chengyun.platform.place.Organisation;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.place.Position;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hears what happens to cases and to appeals, and keeps the facts that figures are counted from (听案件). What is heard in one
 * transaction is written at its end, together. Called by one thread at a time, as every follower is.
 */
@Component
class FactFollower implements Follower<DomainEvent> {

    private final CaseFactStore cases;
    private final TurnStore turns;
    private final Places places;
    private final WorkCalendar calendar;
    private final TurnRules rules;
    private @Nullable Heard heard;

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
        if (heard == null) {
            var begun = new Heard();
            TransactionSynchronizationManager.registerSynchronization(begun);
            heard = begun;
        }
        if (event instanceof CaseEvent happened) {
            heard.fresh.add(new Numbered(number, happened));
        } else if (event instanceof AppealEvent.Granted granted) {
            heard.write();
            cases.grant(granted.now().caseId(), granted.at());
        }
    }

    /** An event with its number in the journal. */
    private record Numbered(long number, CaseEvent event) {}

    /** What one transaction has heard. */
    private final class Heard implements TransactionSynchronization {

        private final List<Numbered> fresh = new ArrayList<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            write();
        }

        @Override
        public void afterCompletion(int status) {
            heard = null;
        }

        private void write() {
            if (!fresh.isEmpty()) {
                keep(List.copyOf(fresh));
                fresh.clear();
            }
        }
    }

    private void keep(List<Numbered> told) {
        var news = cases.save(told.stream()
                .map(one -> Standing.of(one.event(), one.number(), calendar, whereIs(one.event())))
                .toList());
        var first = new ArrayList<Numbered>();
        for (int i = 0; i < told.size(); i++) {
            if (news.get(i)) { // else heard before
                first.add(told.get(i));
            }
        }
        var open = turns.listOpen(
                first.stream().map(one -> one.event().subject()).distinct().toList());
        var changed = new LinkedHashMap<Long, DeskTurn>();
        for (var one : first) {
            var id = one.event().subject();
            TurnRules.undoes(one.event()).ifPresent(desk -> {
                turns.save(List.copyOf(changed.values()));
                changed.clear();
                turns.undo(id, desk);
            });
            var after = rules.on(one.event(), one.number(), open.getOrDefault(id, List.of()));
            after.forEach(turn -> changed.put(turn.number(), turn));
            open.put(id, after.stream().filter(turn -> turn.end() == null).toList());
        }
        turns.save(List.copyOf(changed.values()));
    }

    /** On the day of the event: the lowest level of organisations is a grid's station. */
    private Standing.Where whereIs(CaseEvent event) {
        var day = LocalDate.ofInstant(event.at(), places.district().zone());
        var level = places.findOrganisation(Standing.organisationOf(event.now()), day)
                .map(Organisation::kind)
                .orElse("unknown");
        var spot = event.now().matter().spot();
        var unit = places.find(new Position(spot.lon(), spot.lat()), day)
                .map(placed -> placed.unit().value());
        return new Standing.Where(level, unit.orElse(null));
    }
}
