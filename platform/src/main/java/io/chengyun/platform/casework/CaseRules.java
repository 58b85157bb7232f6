package io.chengyun.platform.casework;

import io.chengyun.kernel.Grade;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.casework.CaseEvent.Act;
import io.chengyun.platform.casework.CaseFile.Clocks;
import io.chengyun.platform.casework.CaseFile.Holder;
import io.chengyun.platform.casework.CaseFile.Matter;
import io.chengyun.platform.casework.CaseFile.Origin;
import io.chengyun.platform.casework.CaseFile.Revision;
import io.chengyun.platform.casework.CaseFile.Standard;
import io.chengyun.platform.casework.Course.FirstContact;
import io.chengyun.platform.casework.Rulebook.Procedure;
import io.chengyun.platform.casework.Transition.Guard;
import io.chengyun.platform.casework.Turn.Actor;
import io.chengyun.platform.casework.clock.Countdown;
import io.chengyun.platform.casework.clock.Pace;
import io.chengyun.platform.casework.clock.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides what may be done with a case, by whom, and what follows. Values in, events out: no clock, store or framework. */
final class CaseRules {

    private final CaseMoves moves;
    private final Procedure procedure;

    CaseRules(WorkCalendar calendar, Procedure procedure) {
        this.moves = new CaseMoves(calendar, procedure);
        this.procedure = procedure;
    }

    /** A new case: both clocks start here. */
    CaseEvent report(String id, Origin origin, Matter matter, Turn turn) {
        var calendar = moves.calendar();
        var facts = turn.facts();
        var clocks = new Clocks(
                business(origin, turn, turn.at()),
                Countdown.start(turn.at(), Pace.CONTINUOUS, facts.stages().file(), calendar),
                null,
                null);
        var file = new CaseFile(
                id,
                origin,
                matter,
                CaseState.REPORTED,
                new Holder(facts.desk(), null),
                clocks,
                Course.begun(origin.request() == null ? null : contact(turn)),
                new Revision(1, turn.at()));
        return new CaseEvent.Reported(file, turn.act(), turn.at());
    }

    /** 先行联系: from when the case was opened, by the term of that day. */
    private FirstContact contact(Turn turn) {
        var within = turn.facts().terms().contactWithin();
        return new FirstContact(moves.calendar().after(turn.at(), within.length(), within.pace()), null, null, null);
    }

    /** 承诺时限: what was promised is the deadline; where nothing was, the usual standard's limit. */
    private Countdown business(Origin origin, Turn turn, Instant since) {
        var promised = origin.promisedAt();
        if (promised != null) {
            return Countdown.start(since, Pace.CONTINUOUS, Duration.between(since, promised), moves.calendar());
        }
        var usual = turn.facts().standards().get(0);
        return Countdown.start(since, usual.limit().pace(), usual.whole(), moves.calendar());
    }

    /** What this actor may do with the case now, in the order of the list of transitions. */
    List<Transition> allowed(CaseFile file, Actor actor, Instant at) {
        return CaseTransitions.ALL.stream()
                .filter(way -> way.from().contains(file.state()))
                .filter(way -> way.who().includes(actor))
                .filter(way -> way.guards().stream().allMatch(guard -> guard.holds(file, actor, at, procedure)))
                .toList();
    }

    /** The transition that this action is now; refuses with what is allowed instead. */
    Transition choose(CaseFile file, CaseAction action, Actor actor, Instant at) {
        var ways = CaseTransitions.ALL.stream()
                .filter(way -> way.action() == action && way.from().contains(file.state()))
                .toList();
        if (ways.isEmpty()) {
            throw refused(CaseRefusal.NOT_ALLOWED_NOW, file, actor, at);
        }
        var mine = ways.stream().filter(way -> way.who().includes(actor)).toList();
        if (mine.isEmpty()) {
            throw refused(CaseRefusal.NOT_YOUR_ROLE, file, actor, at);
        }
        return mine.stream()
                .filter(way -> broken(way, file, actor, at).isEmpty())
                .findFirst()
                .orElseThrow(() -> refused(why(mine, file, actor, at), file, actor, at));
    }

    /** Takes the transition: the events, each with the case as it stands after it. */
    List<CaseEvent> take(CaseFile file, Transition way, Turn turn) {
        way.needs().forEach(turn.given()::require);
        var events = new ArrayList<CaseEvent>();
        var before = file;
        if (way.action() == CaseAction.RETURN && file.holder().person() != null) {
            // 先撤回后回退: the person is free before the organisation gives the case back.
            before = moves.revoke(file, turn).with(file.state(), turn.at());
            var plain = new Act(turn.actor().id(), turn.actor().organisation(), null, null, List.of());
            events.add(new CaseEvent.Revoked(before, plain, turn.at()));
        }
        var moved = way.move().apply(moves, before, turn);
        var state = way.next(before.state());
        var course = moved.course().with(turn.given().photos());
        var after =
                moved.with(state.isLookedAt() ? course : course.errand(null)).with(state, turn.at());
        events.add(way.telling().of(before, after, turn));
        return List.copyOf(events);
    }

    /** 并入: as many more asked as the merged case stands for. */
    CaseEvent join(CaseFile target, CaseFile merged, Turn turn) {
        var after = asked(target, merged.course().ties().asked(), turn);
        return new CaseEvent.Joined(after, turn.act(), merged.id(), turn.at());
    }

    /** 拆并: the other goes its own way again. */
    CaseEvent part(CaseFile target, CaseFile merged, Turn turn) {
        var after = asked(target, -merged.course().ties().asked(), turn);
        return new CaseEvent.Parted(after, turn.act(), merged.id(), turn.at());
    }

    /** What may not be merged into: itself, what was merged or ended. */
    void requireTarget(CaseFile file, CaseFile target) {
        var goesOnIn = target.course().ties().mergedInto();
        if (target.id().equals(file.id()) || goesOnIn != null) {
            throw new Refused(CaseRefusal.MERGED_ITSELF, goesOnIn == null ? List.of() : List.of(goesOnIn));
        }
        if (target.state().ended()) {
            throw new Refused(CaseRefusal.TARGET_ENDED);
        }
    }

    private static CaseFile asked(CaseFile target, int more, Turn turn) {
        return target.with(target.course().with(target.course().ties().asked(more)))
                .with(target.state(), turn.at());
    }

    /** 拆分: a case of its own, whose business clock began when the whole was reported; what was promised holds for it too. */
    CaseEvent splitOff(CaseFile whole, String id, Matter matter, Turn turn) {
        var promised = whole.origin().promisedAt();
        var origin =
                new Origin(whole.origin().source(), null, null, turn.actor().id(), turn.at(), promised);
        var part = report(id, origin, matter, turn).now();
        var business = business(origin, turn, whole.clocks().business().startedAt());
        var tied = part.with(part.clocks().business(business))
                .with(part.course().with(part.course().ties().splitFrom(whole.id())));
        return new CaseEvent.Reported(tied, turn.act(), turn.at());
    }

    /** 时限调整: the standard by which it was filed leaves another time now; empty if it does not. */
    Optional<CaseEvent> relimit(CaseFile file, Turn turn) {
        var held = file.course().standard();
        if (held == null || file.state().ended()) {
            return Optional.empty();
        }
        return turn.facts().standards().stream()
                .filter(now -> now.code().equals(held.code()))
                .filter(now -> !now.limit().equals(held.limit()) || !now.desks().equals(held.desks()))
                .findFirst()
                .map(now -> {
                    var after = moves.restandardised(file, now).with(file.state(), turn.at());
                    return new CaseEvent.Relimited(after, turn.act(), CaseEvent.Former.of(file), turn.at());
                });
    }

    /** What the house does next without being asked, if anything. */
    Optional<CaseAction> byItself(CaseFile file) {
        var itself = procedure.byItself();
        return switch (file.state()) {
            case FILED -> Optional.of(CaseAction.HAND_OVER);
            case PENDING_DISPATCH ->
                when(
                        itself.takes(Procedure.Step.DISPATCH, file)
                                && file.course().tally().rounds() == 0
                                && file.course().tally().returns() == 0,
                        CaseAction.DISPATCH);
            case RETURNED -> when(file.course().tally().returns() == procedure.disputedAfter(), CaseAction.FALL_BACK);
            case HANDLED -> when(itself.takes(Procedure.Step.CONFIRM, file), CaseAction.CONFIRM);
            case PENDING_CLOSING ->
                when(itself.takes(Procedure.Step.CLOSE, file) && file.course().showsEnough(), CaseAction.CLOSE);
            case REPORTED,
                    PENDING_VERIFICATION,
                    PENDING_FILING,
                    NOT_FILED,
                    MERGED,
                    PENDING_HANDLING,
                    HANDLING,
                    SUSPENDED,
                    PENDING_INSPECTION,
                    INSPECTION_FAILED,
                    CLOSED,
                    FORCED_CLOSED -> Optional.empty();
        };
    }

    /** 升级、降级: the case takes the warning's grade; a limit may get shorter by it, never longer. */
    Optional<CaseEvent> regrade(CaseFile file, Grade grade, Standard standard, Turn turn) {
        var from = file.matter().grade();
        if (from == null || from == grade || file.state().ended()) {
            return Optional.empty();
        }
        var graded = file.with(file.matter().regraded(grade));
        var held = file.course().standard();
        var start = file.clocks().business().startedAt();
        boolean shorter = held != null && due(standard, start).isBefore(due(held, start));
        var after = (shorter ? moves.restandardised(graded, standard) : graded).with(file.state(), turn.at());
        return Optional.of(new CaseEvent.Regraded(after, turn.act(), from, turn.at()));
    }

    /** 解除: noted on the timeline; the problem on the ground may still be there. */
    Optional<CaseEvent> lift(CaseFile file, Turn turn) {
        return file.state().ended()
                ? Optional.empty()
                : Optional.of(new CaseEvent.WarningLifted(file.with(file.state(), turn.at()), turn.act(), turn.at()));
    }

    private Instant due(Standard standard, Instant start) {
        return moves.calendar().after(start, standard.whole(), standard.limit().pace());
    }

    private Optional<Guard> broken(Transition way, CaseFile file, Actor actor, Instant at) {
        return way.guards().stream()
                .filter(guard -> !guard.holds(file, actor, at, procedure))
                .findFirst();
    }

    /** The most telling reason: one that is more than "not now". */
    private CaseRefusal why(List<Transition> ways, CaseFile file, Actor actor, Instant at) {
        return ways.stream()
                .flatMap(way -> broken(way, file, actor, at).stream())
                .map(Guard::refusal)
                .filter(refusal -> refusal != CaseRefusal.NOT_ALLOWED_NOW)
                .findFirst()
                .orElse(CaseRefusal.NOT_ALLOWED_NOW);
    }

    private Refused refused(CaseRefusal refusal, CaseFile file, Actor actor, Instant at) {
        var words = allowed(file, actor, at).stream()
                .map(way -> way.action().word())
                .distinct()
                .toList();
        return new Refused(refusal, words);
    }

    private static Optional<CaseAction> when(boolean due, CaseAction action) {
        return due ? Optional.of(action) : Optional.empty();
    }
}
