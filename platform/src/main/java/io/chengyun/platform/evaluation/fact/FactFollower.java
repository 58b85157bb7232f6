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
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Hears what happens to cases and to appeals, and keeps the facts that figures are counted from (听案件). What is heard in one
 * transaction is written together, each case once.
 */
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
        onAll(List.of(new Heard<>(number, event)));
    }

    @Override
    public void onAll(List<Heard<DomainEvent>> together) {
        var told = new ArrayList<Numbered>();
        for (var one : together) {
            if (one.event() instanceof CaseEvent happened) {
                told.add(new Numbered(one.number(), happened));
            } else if (one.event() instanceof AppealEvent.Granted granted) {
                keep(told);
                told.clear();
                cases.grant(granted.now().caseId(), granted.at());
            }
        }
        keep(told);
    }

    /** What happened to a case, with its number in the journal. */
    private record Numbered(long number, CaseEvent event) {

        String id() {
            return event.subject();
        }
    }

    private void keep(List<Numbered> told) {
        if (told.isEmpty()) {
            return;
        }
        var standings = cases.lock(told.stream().map(Numbered::id).collect(Collectors.toSet()));
        var fresh = new ArrayList<Numbered>();
        for (var one : told) {
            var before = standings.getOrDefault(one.id(), Standing.unheard());
            if (before.number() < one.number()) { // else heard before
                standings.put(one.id(), before.after(one.event(), one.number(), calendar, whereIs(one.event())));
                fresh.add(one);
            }
        }
        var ids = fresh.stream().map(Numbered::id).collect(Collectors.toSet());
        standings.keySet().retainAll(ids);
        var kept = cases.save(standings.values());
        keepTurns(fresh.stream().filter(one -> kept.contains(one.id())).toList());
    }

    private void keepTurns(List<Numbered> fresh) {
        var open = turns.listOpen(fresh.stream().map(Numbered::id).distinct().toList());
        var changed = new LinkedHashMap<Long, DeskTurn>();
        for (var one : fresh) {
            TurnRules.undoes(one.event()).ifPresent(desk -> {
                turns.save(changed.values());
                changed.clear();
                turns.undo(one.id(), desk);
            });
            var after = rules.on(one.event(), one.number(), open.getOrDefault(one.id(), List.of()));
            after.forEach(turn -> changed.put(turn.number(), turn));
            open.put(one.id(), after.stream().filter(turn -> turn.end() == null).toList());
        }
        turns.save(changed.values());
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
