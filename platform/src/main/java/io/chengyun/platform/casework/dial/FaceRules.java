package io.chengyun.platform.casework.dial;

import io.chengyun.platform.casework.Casework.Line;
import io.chengyun.platform.casework.clock.Countdown;
import io.chengyun.platform.casework.clock.Pace;
import io.chengyun.platform.casework.clock.WorkCalendar;
import io.chengyun.platform.casework.dial.Face.Dial;
import io.chengyun.platform.casework.dial.Face.Pause;
import io.chengyun.platform.casework.dial.Face.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lays out a case's clocks: values in, values out. */
final class FaceRules {

    private static final Duration LONGEST = Duration.ofDays(92);

    /** What stops both clocks. */
    private static final Set<String> BOTH = Set.of("casework.Suspended");
    /** What takes the case from its holder for a while, so that only the holder's clock waits. */
    private static final Set<String> HOLDER =
            Set.of("casework.Suspended", "casework.VerificationRequested", "casework.Returned", "casework.Submitted");
    /** What is noted on a case and leaves every clock as it is. */
    private static final Set<String> NOTES = Set.of(
            "casework.Escalated",
            "casework.Overran",
            "casework.Regraded",
            "casework.WarningLifted",
            "casework.Contacted",
            "casework.ContactMissed",
            "casework.Relieved",
            "casework.Revoked");
    /** 处置完成 is confirmed and inspected while the department's clock waits. */
    private static final Set<String> ON_THE_WAY = Set.of("casework.Confirmed", "casework.InspectionFailed");

    private final WorkCalendar calendar;

    FaceRules(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    Face face(Countdown business, @Nullable Countdown holder, List<Line> timeline, Instant now) {
        return new Face(
                now, dial(business, timeline, BOTH, now), holder == null ? null : dial(holder, timeline, HOLDER, now));
    }

    private Dial dial(Countdown clock, List<Line> timeline, Set<String> stops, Instant now) {
        var end = now.isAfter(clock.dueAt()) ? now : clock.dueAt();
        var last = clock.startedAt().plus(LONGEST);
        return new Dial(
                clock.pace(),
                clock.startedAt(),
                clock.dueAt(),
                clock.allowed().toSeconds(),
                clock.pausedAt(),
                sessions(clock, end.isBefore(last) ? end : last),
                pauses(timeline, stops, clock.startedAt()));
    }

    private List<Span> sessions(Countdown clock, Instant end) {
        return clock.pace() == Pace.CONTINUOUS
                ? List.of(new Span(clock.startedAt(), end))
                : calendar.sessions(clock.startedAt(), end).stream()
                        .map(session -> new Span(session.from(), session.to()))
                        .toList();
    }

    private static List<Pause> pauses(List<Line> timeline, Set<String> stops, Instant since) {
        var pauses = new ArrayList<Pause>();
        @Nullable Line standing = null;
        for (var line : timeline) {
            boolean goesOn = !NOTES.contains(line.type()) && !ON_THE_WAY.contains(line.type());
            if (standing != null && goesOn && !stops.contains(line.type())) {
                pauses.add(pause(standing, line.at()));
                standing = null;
            } else if (standing == null
                    && stops.contains(line.type())
                    // what began the clock does not stop it: with a return the dispatcher's own clock begins
                    && line.at().isAfter(since)) {
                standing = line;
            }
        }
        if (standing != null) {
            pauses.add(pause(standing, null));
        }
        return List.copyOf(pauses);
    }

    private static Pause pause(Line line, @Nullable Instant to) {
        return new Pause(line.at(), to, line.type(), line.note());
    }
}
