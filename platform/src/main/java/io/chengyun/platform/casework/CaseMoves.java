package io.chengyun.platform.casework;

import static java.util.Objects.requireNonNull;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.casework.CaseFile.Clocks;
import io.chengyun.platform.casework.CaseFile.Handling;
import io.chengyun.platform.casework.CaseFile.Holder;
import io.chengyun.platform.casework.CaseFile.Inspection;
import io.chengyun.platform.casework.CaseFile.Request;
import io.chengyun.platform.casework.CaseFile.Standard;
import io.chengyun.platform.casework.CaseFile.Work;
import io.chengyun.platform.casework.CaseState.Stage;
import io.chengyun.platform.casework.Course.CallBack;
import io.chengyun.platform.casework.Rulebook.Procedure;
import io.chengyun.platform.casework.clock.Countdown;
import io.chengyun.platform.casework.clock.Limit;
import io.chengyun.platform.casework.clock.Pace;
import io.chengyun.platform.casework.clock.WorkCalendar;
import io.chengyun.platform.casework.joint.Joint;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What each step does to a case's holder, clocks and course (办理动作). Values in, values out. */
final class CaseMoves {

    private final WorkCalendar calendar;
    private final Procedure procedure;

    CaseMoves(WorkCalendar calendar, Procedure procedure) {
        this.calendar = calendar;
        this.procedure = procedure;
    }

    WorkCalendar calendar() {
        return calendar;
    }

    CaseFile stay(CaseFile file, Turn turn) {
        return file;
    }

    CaseFile askVerification(CaseFile file, Turn turn) {
        var mine = requireNonNull(file.clocks().holder()).paused(turn.at());
        return askedToLook(file, turn)
                .with(file.clocks()
                        .waiting(mine)
                        .holder(desk(turn, turn.facts().stages().verify())));
    }

    /** 就近派核查: the nearest on shift has it; the desk's post where nobody is. */
    private static CaseFile askedToLook(CaseFile file, Turn turn) {
        var errand = turn.facts().found().errand();
        return file.with(new Holder(turn.facts().desk(), errand == null ? null : errand.person()))
                .with(file.course().errand(errand));
    }

    /** 换班改派: who is on shift now has it, and no clock hears of it. */
    CaseFile relieve(CaseFile file, Turn turn) {
        return askedToLook(file, turn);
    }

    /** What was asked is answered: it is with the desk again, and the clock of whoever asked goes on. */
    CaseFile answer(CaseFile file, Turn turn) {
        var asked = requireNonNull(file.clocks().waiting());
        return file.with(new Holder(file.holder().organisation(), null))
                .with(file.clocks().waiting(null).holder(asked.resumed(turn.at(), calendar)));
    }

    /** 先行联系: once; that it was late is written too. */
    CaseFile contact(CaseFile file, Turn turn) {
        var due = requireNonNull(file.course().contact());
        return file.with(file.course().contact(due.made(turn.actor().id(), turn.at())));
    }

    /** 投入: what this party spent, on top of what was spent before. */
    private static CaseFile spent(CaseFile file, Turn turn) {
        var more = turn.given().effort();
        var terms = turn.facts().terms();
        more.requireAtMost(terms.mostCrewHours(), terms.mostKilometres());
        return file.with(file.course().spending(more));
    }

    CaseFile file(CaseFile file, Turn turn) {
        var standard = chosen(turn);
        var clocks = relimited(file, file.course().standard(), standard).holder(null);
        var site = turn.facts().found().site();
        var placed = site == null ? file : file.with(file.matter().at(site));
        return placed.with(clocks).with(file.course().standard(standard));
    }

    CaseFile selfHandle(CaseFile file, Turn turn) {
        var filed = file(file, turn);
        var handled = filed.with(filed.course().handledBy(turn.actor().id()));
        return askInspection(spent(handled, turn), turn);
    }

    CaseFile toAcceptor(CaseFile file, Turn turn) {
        return file.with(new Holder(turn.facts().desk(), null))
                .with(file.clocks().holder(desk(turn, turn.facts().stages().file())));
    }

    CaseFile toDispatcher(CaseFile file, Turn turn) {
        return file.with(new Holder(turn.facts().desk(), null))
                .with(file.clocks().holder(desk(turn, turn.facts().stages().dispatch())));
    }

    /** The handling clock starts here; back at the same department it goes on, at another it starts anew. */
    CaseFile dispatch(CaseFile file, Turn turn) {
        var work = requireNonNull(turn.facts().found().work(), "dispatch was asked for the work before");
        var before = lastHandling(file, turn.at());
        var clock = before != null && before.organisation().equals(work.organisation())
                ? before.clock().resumed(turn.at(), calendar)
                : Countdown.start(turn.at(), standard(file).limit(), calendar);
        return file.with(new Holder(work.organisation(), null))
                .with(file.clocks().holder(clock).handling(null))
                .with(file.course()
                        .work(work)
                        .request(null)
                        .tally(file.course().tally().round())
                        .with(file.course().ties().joint(null)));
    }

    CaseFile arbitrate(CaseFile file, Turn turn) {
        var sent = dispatch(file, turn);
        var work = requireNonNull(sent.course().work());
        return sent.with(sent.course().work(new Work(work.id(), work.organisation(), true)));
    }

    CaseFile sign(CaseFile file, Turn turn) {
        var person = file.holder().person() == null
                ? turn.actor().id()
                : file.holder().person();
        return file.with(new Holder(file.holder().organisation(), person))
                .with(file.course().handledBy(turn.actor().id()));
    }

    CaseFile assign(CaseFile file, Turn turn) {
        var person = requireNonNull(turn.given().named().person());
        return file.with(new Holder(file.holder().organisation(), person))
                .with(file.course().handledBy(person));
    }

    CaseFile revoke(CaseFile file, Turn turn) {
        return file.with(new Holder(file.holder().organisation(), null));
    }

    CaseFile askExtension(CaseFile file, Turn turn) {
        return file.with(file.course().request(new Request(Request.Kind.EXTENSION, null)));
    }

    CaseFile askSuspension(CaseFile file, Turn turn) {
        var until = requireNonNull(turn.given().until());
        boolean ahead = until.isAfter(turn.at());
        if (!ahead || until.isAfter(turn.at().plus(procedure.longestSuspension()))) {
            throw new Refused(CaseRefusal.SUSPENDED_TOO_LONG);
        }
        return file.with(file.course().request(new Request(Request.Kind.SUSPENSION, until)));
    }

    CaseFile extend(CaseFile file, Turn turn) {
        var more = standard(file).limit().length();
        var clocks = file.clocks();
        return file.with(clocks.business(clocks.business().extended(more, calendar))
                        .holder(requireNonNull(clocks.holder()).extended(more, calendar)))
                .with(file.course().request(null).tally(file.course().tally().extended()));
    }

    CaseFile suspend(CaseFile file, Turn turn) {
        var until = requireNonNull(file.course().request()).until();
        var clocks = file.clocks();
        return file.with(clocks.business(clocks.business().paused(turn.at()))
                        .holder(requireNonNull(clocks.holder()).paused(turn.at())))
                .with(file.course()
                        .request(null)
                        .suspendedUntil(until)
                        .tally(file.course().tally().suspended()));
    }

    CaseFile refuse(CaseFile file, Turn turn) {
        return file.with(file.course().request(null));
    }

    CaseFile resume(CaseFile file, Turn turn) {
        var clocks = file.clocks();
        return file.with(clocks.business(clocks.business().resumed(turn.at(), calendar))
                        .holder(requireNonNull(clocks.holder()).resumed(turn.at(), calendar)))
                .with(file.course().suspendedUntil(null));
    }

    /** 回退: the department's clock pauses, the dispatcher's starts. */
    CaseFile giveBack(CaseFile file, Turn turn) {
        var back = handedBack(file, turn);
        return back.with(back.course().work(null).tally(back.course().tally().returned()));
    }

    CaseFile submit(CaseFile file, Turn turn) {
        var back = handedBack(spent(file, turn), turn);
        return back.with(back.course().handledBy(turn.actor().id()));
    }

    CaseFile sendBackWork(CaseFile file, Turn turn) {
        var handling = requireNonNull(file.clocks().handling());
        return file.with(new Holder(handling.organisation(), null))
                .with(file.clocks()
                        .holder(handling.clock().resumed(turn.at(), calendar))
                        .handling(null));
    }

    /** The acceptor's clock for closing waits until the inspector has answered. */
    CaseFile askInspection(CaseFile file, Turn turn) {
        var stages = turn.facts().stages();
        return askedToLook(file, turn)
                .with(file.clocks()
                        .waiting(desk(turn, stages.close()).paused(turn.at()))
                        .holder(desk(turn, stages.inspect())));
    }

    CaseFile pass(CaseFile file, Turn turn) {
        return answer(file, turn).with(file.course().inspection(inspection(turn, true)));
    }

    CaseFile fail(CaseFile file, Turn turn) {
        return toDispatcher(file.with(file.clocks().waiting(null)), turn)
                .with(file.course().inspection(inspection(turn, false)));
    }

    /** 结案: only with as many photos as the standard asks, those given now included. */
    CaseFile close(CaseFile file, Turn turn) {
        if (!file.course().with(turn.given().photos()).showsEnough()) {
            throw new Refused(CaseRefusal.EVIDENCE_MISSING);
        }
        return end(file, turn);
    }

    CaseFile end(CaseFile file, Turn turn) {
        var clocks = file.clocks();
        var handling = lastHandling(file, turn.at());
        return file.with(new Holder(turn.facts().desk(), null))
                .with(new Clocks(clocks.business().paused(turn.at()), null, null, handling))
                .with(partsStopped(file.course(), turn).request(null).suspendedUntil(null));
    }

    /** 并案: it ends here and goes on in the other. */
    CaseFile merge(CaseFile file, Turn turn) {
        var ended = end(file, turn);
        var ties = ended.course().ties().mergedInto(turn.given().named().into());
        return ended.with(ended.course().with(ties));
    }

    CaseFile callBack(CaseFile file, Turn turn) {
        var said = turn.given().answer();
        var resolved = requireNonNull(said.resolved());
        return file.with(
                file.course().callBack(new CallBack(turn.actor().id(), turn.at(), resolved, said.satisfied())));
    }

    CaseFile reopenFiling(CaseFile file, Turn turn) {
        var apart = file.with(file.course().with(file.course().ties().mergedInto(null)));
        return toAcceptor(counting(apart, turn), turn);
    }

    CaseFile reopenDispatch(CaseFile file, Turn turn) {
        var again = toDispatcher(counting(file, turn), turn);
        return again.with(again.course().inspection(null).callBack(null).work(null));
    }

    /** 改类: the limits are the other class's from now on, from where each clock began. */
    CaseFile reclassify(CaseFile file, Turn turn) {
        var other = requireNonNull(turn.given().named().caseClass());
        if (other.equals(file.matter().caseClass())) {
            throw new Refused(CaseRefusal.SAME_CLASS);
        }
        var site = turn.facts().found().site();
        var matter = file.matter().reclassified(other);
        var changed = file.with(site == null ? matter : matter.at(site));
        if (file.course().standard() != null) {
            return restandardised(changed, chosen(turn));
        }
        var usual = turn.facts().standards().get(0);
        return changed.with(relimited(file, null, usual));
    }

    /** 会办: each helper has as long as the holder. */
    CaseFile share(CaseFile file, Turn turn) {
        var clock = Countdown.start(turn.at(), standard(file).limit(), calendar);
        var joint = Joint.of(turn.given().sharing(), file.holder().organisation(), clock);
        return file.with(file.course().with(file.course().ties().joint(joint)));
    }

    CaseFile partDone(CaseFile file, Turn turn) {
        return partEnded(spent(file, turn), turn, Joint.Status.DONE);
    }

    CaseFile partDeclined(CaseFile file, Turn turn) {
        return partEnded(file, turn, Joint.Status.DECLINED);
    }

    private static CaseFile partEnded(CaseFile file, Turn turn, Joint.Status how) {
        var joint = requireNonNull(file.course().ties().joint());
        var by = turn.actor();
        var part = joint.openFor(by.offices())
                .orElseThrow(() -> new Refused(CaseRefusal.NOT_YOUR_PART))
                .ended(how, by.id(), turn.given().note(), turn.at());
        return file.with(
                file.course().handledBy(by.id()).with(file.course().ties().joint(joint.with(part))));
    }

    private static Course partsStopped(Course course, Turn turn) {
        var joint = course.ties().joint();
        return joint == null ? course : course.with(course.ties().joint(joint.stopped(turn.at())));
    }

    /** The business clock is never reset: what passed while the case was thought solved does not count. */
    private CaseFile counting(CaseFile file, Turn turn) {
        return file.with(file.clocks().business(file.clocks().business().resumed(turn.at(), calendar)));
    }

    /** Another limit, such as a graver grade's, holds from each clock's own start. */
    CaseFile restandardised(CaseFile file, Standard now) {
        var before = standard(file).limit();
        var clocks = relimited(file, file.course().standard(), now);
        var holder = clocks.holder();
        if (holder != null && file.state().stage() == Stage.HANDLE) {
            clocks = clocks.holder(
                    relimited(holder, before.length(), now.limit(), now.limit().length()));
        }
        var handling = clocks.handling();
        if (handling != null) {
            var clock = relimited(
                    handling.clock(), before.length(), now.limit(), now.limit().length());
            clocks = clocks.handling(new Handling(handling.organisation(), clock));
        }
        return file.with(clocks).with(file.course().standard(now));
    }

    /** 承诺时限: no standard moves what was promised. */
    private Clocks relimited(CaseFile file, @Nullable Standard before, Standard now) {
        var clocks = file.clocks();
        if (file.origin().promisedAt() != null) {
            return clocks;
        }
        var business = clocks.business();
        var base = before == null ? business.allowed() : before.whole();
        return clocks.business(relimited(business, base, now.limit(), now.whole()));
    }

    /** What was granted on top of the old base stays granted, as long as time counts the same way. */
    private Countdown relimited(Countdown clock, Duration base, Limit limit, Duration allowed) {
        var granted = clock.pace() == limit.pace() ? clock.allowed().minus(base) : Duration.ZERO;
        return clock.relimited(limit.pace(), allowed.plus(granted), calendar);
    }

    private CaseFile handedBack(CaseFile file, Turn turn) {
        var clocks = file.clocks();
        var handling = requireNonNull(lastHandling(file, turn.at()));
        return toDispatcher(file.with(clocks.handling(handling)), turn)
                .with(partsStopped(file.course(), turn).request(null));
    }

    private static @Nullable Handling lastHandling(CaseFile file, Instant at) {
        var clock = file.clocks().holder();
        return clock != null && file.state().stage() == Stage.HANDLE
                ? new Handling(file.holder().organisation(), clock.paused(at))
                : file.clocks().handling();
    }

    private static Inspection inspection(Turn turn, boolean passed) {
        return new Inspection(turn.actor().id(), turn.actor().organisation(), passed);
    }

    private static Standard chosen(Turn turn) {
        var id = turn.given().named().standard();
        var standards = turn.facts().standards();
        return standards.stream()
                .filter(standard -> standard.code().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        CaseRefusal.NO_SUCH_STANDARD,
                        standards.stream().map(Standard::code).toList()));
    }

    private static Standard standard(CaseFile file) {
        return requireNonNull(file.course().standard(), "a dispatched case was filed by a standard");
    }

    private Countdown desk(Turn turn, Duration allowed) {
        return Countdown.start(turn.at(), Pace.CONTINUOUS, allowed, calendar);
    }
}
