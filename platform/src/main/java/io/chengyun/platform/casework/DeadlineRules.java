package io.chengyun.platform.casework;

import io.chengyun.platform.casework.CaseEvent.Act;
import io.chengyun.platform.casework.Rulebook.Procedure;
import io.chengyun.platform.casework.Turn.Actor;
import io.chengyun.platform.casework.clock.Countdown;
import io.chengyun.platform.casework.clock.WorkCalendar;
import io.chengyun.platform.casework.errand.Errand;
import io.chengyun.platform.casework.joint.Joint;
import io.chengyun.platform.casework.service.ServiceTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the passing of time does to a case (到时规则): the holder's limit passed and the next level is told, the
 * whole case overran, nobody spoke to who asked, a suspension or a shift is over. Each is told once: the case itself
 * remembers how far it was told.
 */
final class DeadlineRules {

    /** The deadline itself is still in time. */
    private static final Duration JUST_AFTER = Duration.ofMillis(1);

    private final WorkCalendar calendar;
    private final Procedure procedure;
    private final ServiceTerms terms;

    DeadlineRules(WorkCalendar calendar, Procedure procedure, ServiceTerms terms) {
        this.calendar = calendar;
        this.procedure = procedure;
        this.terms = terms;
    }

    /** When time next changes something about the case; empty when it never will. */
    Optional<Instant> nextDueAt(CaseFile file) {
        return Stream.of(
                        escalationAt(file),
                        overrunAt(file),
                        suspensionEndsAt(file),
                        shiftEndsAt(file),
                        contactMissedAt(file),
                        partAt(file))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** The first thing that is due by then; what the house does about it by itself is no part of that. */
    Optional<CaseEvent> onDue(CaseFile file, Instant at) {
        if (escalationAt(file).filter(moment -> !moment.isAfter(at)).isPresent()) {
            var clock = file.clocks().holder();
            return clock == null ? Optional.empty() : Optional.of(escalated(file, clock, at));
        }
        if (overrunAt(file).filter(moment -> !moment.isAfter(at)).isPresent()) {
            var clocks = file.clocks();
            var told = file.with(clocks.business(clocks.business().told(1))).with(file.state(), at);
            return Optional.of(new CaseEvent.Overran(told, byHouse(file, null), at));
        }
        if (contactMissedAt(file).filter(moment -> !moment.isAfter(at)).isPresent()) {
            return missed(file, at);
        }
        var joint = file.course().ties().joint();
        return joint == null
                        || partAt(file).filter(moment -> !moment.isAfter(at)).isEmpty()
                ? Optional.empty()
                : partOverran(file, joint, at);
    }

    private static Optional<CaseEvent> partOverran(CaseFile file, Joint joint, Instant at) {
        return joint.parts().stream()
                .filter(part -> part.tellAt().filter(due -> due.isBefore(at)).isPresent())
                .findFirst()
                .map(part -> {
                    var ties = file.course().ties().joint(joint.with(part.told(1)));
                    var told = file.with(file.course().with(ties)).with(file.state(), at);
                    return new CaseEvent.PartOverran(told, byHouse(file, null), part.organisation(), at);
                });
    }

    private static Optional<Instant> partAt(CaseFile file) {
        var joint = file.course().ties().joint();
        return joint == null ? Optional.empty() : joint.nextDueAt().map(due -> due.plus(JUST_AFTER));
    }

    /** All that is due by then, in order. */
    List<CaseEvent> onPassing(CaseFile file, Instant at) {
        var events = new ArrayList<CaseEvent>();
        for (var event = onDue(file, at);
                event.isPresent();
                event = onDue(event.get().now(), at)) {
            events.add(event.get());
        }
        return List.copyOf(events);
    }

    /** What the house does by itself because time passed: an action of the list of transitions. */
    Optional<CaseAction> byItself(CaseFile file, Instant at) {
        if (suspensionEndsAt(file).filter(moment -> !moment.isAfter(at)).isPresent()) {
            return Optional.of(CaseAction.RESUME);
        }
        return shiftEndsAt(file).filter(moment -> !moment.isAfter(at)).map(moment -> CaseAction.RELIEVE);
    }

    private CaseEvent escalated(CaseFile file, Countdown clock, Instant at) {
        var level = procedure.escalation().get(clock.told()).level();
        var told = file.with(file.clocks().holder(clock.told(clock.told() + 1))).with(file.state(), at);
        return new CaseEvent.Escalated(told, byHouse(file, level.name()), level, at);
    }

    private Optional<Instant> escalationAt(CaseFile file) {
        var clock = file.clocks().holder();
        var levels = procedure.escalation();
        if (clock == null || !clock.runs() || clock.told() >= levels.size()) {
            return Optional.empty();
        }
        var after = levels.get(clock.told()).after();
        return Optional.of(calendar.after(clock.dueAt(), after, clock.pace()).plus(JUST_AFTER));
    }

    private static Optional<Instant> overrunAt(CaseFile file) {
        var clock = file.clocks().business();
        return clock.runs() && clock.told() == 0 ? Optional.of(clock.dueAt().plus(JUST_AFTER)) : Optional.empty();
    }

    private static Optional<Instant> suspensionEndsAt(CaseFile file) {
        return Optional.ofNullable(file.course().suspendedUntil());
    }

    /** 换班: who is asked until then is no longer on shift at that moment. */
    private static Optional<Instant> shiftEndsAt(CaseFile file) {
        return Optional.ofNullable(file.course().errand()).map(Errand::until);
    }

    private static Optional<Instant> contactMissedAt(CaseFile file) {
        var contact = file.course().contact();
        boolean told = contact != null && contact.missedAt() != null;
        return told
                ? Optional.empty()
                : Optional.ofNullable(file.contactDueAt()).map(due -> due.plus(JUST_AFTER));
    }

    /** 先行联系逾期: whom to tell says the day on which the limit passed. */
    private Optional<CaseEvent> missed(CaseFile file, Instant at) {
        return Optional.ofNullable(file.course().contact()).map(contact -> {
            var level = terms.on(calendar.dayOf(contact.dueAt())).contactMissed();
            var told = file.with(file.course().contact(contact.missed(at))).with(file.state(), at);
            return new CaseEvent.ContactMissed(told, byHouse(file, level.name()), level, at);
        });
    }

    private static Act byHouse(CaseFile file, @Nullable String note) {
        return new Act(Actor.HOUSE, file.holder().organisation(), note, null, List.of());
    }
}
