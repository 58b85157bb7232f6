package io.chengyun.platform.casework;

import static java.util.Objects.requireNonNull;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.address.owner.Site;
import io.chengyun.platform.casework.CaseEvent.Act;
import io.chengyun.platform.casework.CaseFile.Matter;
import io.chengyun.platform.casework.CaseFile.Origin;
import io.chengyun.platform.casework.CaseFile.Work;
import io.chengyun.platform.casework.Turn.Actor;
import io.chengyun.platform.casework.Turn.Found;
import io.chengyun.platform.dispatch.Dispatch;
import io.chengyun.platform.dispatch.Work.Task;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes steps on cases (办案台), for people, warnings and timers alike: looks up, asks the rules, keeps what follows. */
@Component
class CaseDesk {

    private final CaseKeeper keeper;
    private final Rulebook rulebook;
    private final FactFinder finder;
    private final Dispatch dispatch;
    private final Clock clock;

    CaseDesk(CaseKeeper keeper, Rulebook rulebook, FactFinder finder, Dispatch dispatch, Clock clock) {
        this.keeper = keeper;
        this.rulebook = rulebook;
        this.finder = finder;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** What this actor may do with the case now. */
    List<Transition> allowed(CaseFile file, Actor actor) {
        return rulebook.cases().allowed(file, actor, clock.instant());
    }

    /** Opens a case. */
    @Transactional
    CaseFile open(Origin origin, Matter matter, Actor actor) {
        var turn = turn(matter, actor, Given.nothing());
        return keeper.keep(rulebook.cases().report(keeper.newId(), origin, matter, turn));
    }

    /** Does one thing with a locked case, and whatever the house then does by itself. */
    @Transactional
    CaseFile act(CaseFile file, CaseAction action, Given given, Actor actor) {
        var rules = rulebook.cases();
        var turn = turn(meant(file.matter(), action, given), actor, given);
        var way = rules.choose(file, action, actor, turn.at());
        way.needs().forEach(given::require);
        var facts = turn.facts().with(found(file, action, turn));
        var after = file;
        for (var event : rules.take(file, way, new Turn(actor, given, facts, turn.at()))) {
            after = keeper.keep(event);
        }
        settleWork(file, after, action);
        settleTies(file, after, turn);
        Optional<CaseAction> next = rules.byItself(after);
        return next.isPresent() ? act(after, next.get(), Given.nothing(), Actor.house(facts.desk())) : after;
    }

    /** Keeps what the rules made of a locked case. */
    @Transactional
    void keep(CaseEvent event) {
        keeper.keep(event);
    }

    /**
     * Lets the time that passed act on cases that are due, in one transaction; returns how many those were.
     *
     * @param except ids of those set aside
     */
    @Transactional
    int onDue(int together, Set<String> except) {
        var at = clock.instant();
        var files = keeper.lockDue(at, together, except);
        passTime(files, at);
        return files.size();
    }

    /** Lets the time that passed act on this one case. */
    @Transactional
    void onDue(String id) {
        passTime(List.of(keeper.lock(id)), clock.instant());
    }

    private void passTime(List<CaseFile> due, Instant at) {
        var files = due.stream().map(file -> woken(file, at)).toList();
        keeper.keepPassed(
                files.stream()
                        .map(file -> rulebook.deadlines().onPassing(file, at))
                        .toList(),
                files);
    }

    private CaseFile woken(CaseFile file, Instant at) {
        var house = Actor.house(file.holder().organisation());
        return rulebook.deadlines()
                .byItself(file, at)
                .map(action -> act(file, action, Given.nothing(), house))
                .orElse(file);
    }

    /** 抹除: the case, and all that was split off from it, say no longer what whoever asked said. */
    @Transactional
    void erase(String id, Act act) {
        var file = keeper.lock(id);
        var at = clock.instant();
        if (file.origin().erasedAt() == null) {
            keeper.erase(new CaseEvent.Erased(file.erased(at).with(file.state(), at), act, at));
        }
        keeper.listParts(id).forEach(part -> erase(part, act));
    }

    Turn turn(Matter matter, Actor actor, Given given) {
        return new Turn(
                actor, given, finder.facts(matter.caseClass(), matter.spot().town()), clock.instant());
    }

    /** What a case is merged into, split into or taken out of, in the same transaction. */
    private void settleTies(CaseFile before, CaseFile after, Turn turn) {
        var rules = rulebook.cases();
        var into = after.course().ties().mergedInto();
        if (into != null && before.course().ties().mergedInto() == null) {
            var target = keeper.find(into).orElseThrow(() -> new Refused(CaseRefusal.NO_SUCH_TARGET));
            rules.requireTarget(before, target);
            keeper.keep(rules.join(target, after, turn));
        }
        for (var from = before.course().ties().mergedInto(); into == null && from != null; ) {
            var target = keeper.lock(from);
            keeper.keep(rules.part(target, after, turn));
            from = target.course().ties().mergedInto();
        }
    }

    /** 拆分: the second matter becomes a case of its own. */
    @Transactional
    CaseFile split(CaseFile whole, Given given, Actor actor) {
        var after = act(whole, CaseAction.SPLIT, given, actor);
        var matter = finder.sited(whole.matter()
                .part(requireNonNull(given.named().caseClass()), FactFinder.title(requireNonNull(given.note()))));
        var turn = turn(matter, actor, Given.nothing());
        keeper.keep(rulebook.cases().splitOff(whole, keeper.newId(), matter, turn));
        return after;
    }

    /**
     * 时限调整: counts a case's clocks anew by what holds today. Looks before it locks, and commits by itself: all open cases are
     * counted, most stay as they are, and whoever acts on one meanwhile waits for no other.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void relimit(String id) {
        if (keeper.look(id).flatMap(this::relimited).isPresent()) {
            keeper.find(id).flatMap(this::relimited).ifPresent(keeper::keep);
        }
    }

    private Optional<CaseEvent> relimited(CaseFile file) {
        var turn = turn(file.matter(), Actor.house(file.holder().organisation()), Given.nothing());
        return rulebook.cases().relimit(file, turn);
    }

    /** Where the action says of which class the case is after all, the facts are of that class. */
    private static Matter meant(Matter matter, CaseAction action, Given given) {
        var other = given.named().caseClass();
        return action == CaseAction.RECLASSIFY && other != null ? matter.reclassified(other) : matter;
    }

    /** What the step needs to know beside today's standards. */
    private Found found(CaseFile file, CaseAction action, Turn turn) {
        if (action.dispatches()) {
            return Found.of(work(file, action, turn.given()));
        }
        if (action.asksToLook()) {
            return Found.of(finder.errand(file, turn.actor()));
        }
        var site = site(file.matter(), action, turn.given());
        return site == null ? Found.NOTHING : Found.of(site);
    }

    /** Where it stands from now on; null where the step leaves that as it is. */
    private @Nullable Site site(Matter matter, CaseAction action, Given given) {
        if (action == CaseAction.FILE) {
            return finder.siteAt(matter, given.named().asset());
        }
        return action == CaseAction.RECLASSIFY
                ? finder.sited(meant(matter, action, given)).spot().site()
                : null;
    }

    private Work work(CaseFile file, CaseAction action, Given given) {
        var spot = file.matter().spot();
        var task = new Task(file.matter().caseClass(), spot.town(), spot.grid(), spot.site());
        var work = action == CaseAction.FALL_BACK
                ? dispatch.requestFallback(file.id(), task)
                : dispatch.request(file.id(), task, given.named().organisation());
        return new Work(work.id(), work.assignment().organisation(), false);
    }

    /** Tells dispatch how the work that the case had before ended, if it did. */
    private void settleWork(CaseFile before, CaseFile after, CaseAction action) {
        var had = before.course().work();
        if (had == null) {
            return;
        }
        if (action == CaseAction.CONFIRM) {
            dispatch.finish(had.id());
        } else if (action == CaseAction.RETURN) {
            dispatch.giveBack(had.id());
        } else if (!had.equals(after.course().work()) || after.state().ended()) {
            dispatch.withdraw(had.id());
        }
    }
}
