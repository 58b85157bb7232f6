package io.chengyun.platform.casework.dial;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.casework.Casework.Line;
import io.chengyun.platform.casework.clock.CalendarFile;
import io.chengyun.platform.casework.clock.Countdown;
import io.chengyun.platform.casework.clock.Pace;
import io.chengyun.platform.casework.clock.WorkCalendar;
import io.chengyun.platform.casework.dial.Face.Pause;
import io.chengyun.platform.casework.dial.Face.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two clocks laid out against the calendar. */
@NullUnmarked
class FaceRulesTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final WorkCalendar CALENDAR = CalendarFile.read(
            Path.of(System.getProperty("chengyun.place.district")).resolve("calendar.yml"));

    private final List<Line> timeline = new ArrayList<>();
    private final FaceRules rules = new FaceRules(CALENDAR);

    private static Instant at(String local) {
        return LocalDateTime.parse("2026-11-" + local).atZone(SHANGHAI).toInstant();
    }

    private FaceRulesTest then(String local, String type, @Nullable String note) {
        timeline.add(new Line(timeline.size() + 1, at(local), "casework." + type, "s", "T", note, null, List.of()));
        return this;
    }

    private Face face(Pace pace, Duration allowed, String now) {
        var start = at("27T17:00");
        var clock = Countdown.start(start, pace, allowed, CALENDAR);
        return rules.face(clock, clock, timeline, at(now));
    }

    @Test
    void workingClockCountsOnlyInSessions() {
        // Friday afternoon to Monday: the weekend and the noon break are white
        var face = face(Pace.WORKING, Duration.ofHours(6), "27T17:30");
        assertThat(face.business().sessions())
                .containsExactly(
                        new Span(at("27T17:00"), at("27T18:00")),
                        new Span(at("30T08:00"), at("30T12:00")),
                        new Span(at("30T14:00"), at("30T15:00")));
        assertThat(face.business().dueAt()).isEqualTo(at("30T15:00"));
    }

    @Test
    void continuousClockCountsAllTheTimeAndGoesOnWhenItIsLate() {
        var face = face(Pace.CONTINUOUS, Duration.ofHours(2), "27T20:00");
        assertThat(face.business().sessions()).containsExactly(new Span(at("27T17:00"), at("27T20:00")));
    }

    @Test
    void whatBeganAClockDoesNotStopIt() {
        then("27T17:00", "Returned", "不归我");
        var face = face(Pace.WORKING, Duration.ofHours(6), "27T17:30");
        assertThat(face.holder().pauses()).isEmpty();
        then("27T17:40", "VerificationRequested", "看一下");
        assertThat(face(Pace.WORKING, Duration.ofHours(6), "27T17:50").holder().pauses())
                .containsExactly(new Pause(at("27T17:40"), null, "casework.VerificationRequested", "看一下"));
    }

    @Test
    void aChangeOfShiftAndAMissedContactAreNotedAndStartNothing() {
        then("27T17:05", "VerificationRequested", "看一下")
                .then("27T17:10", "Relieved", "a → b")
                .then("27T17:15", "ContactMissed", "TOWN")
                .then("27T17:20", "Verified", null);
        assertThat(face(Pace.WORKING, Duration.ofHours(6), "27T17:30").holder().pauses())
                .containsExactly(new Pause(at("27T17:05"), at("27T17:20"), "casework.VerificationRequested", "看一下"));
    }

    @Test
    void suspensionStopsBothClocksAndARequestedVerificationOnlyTheHolders() {
        then("27T17:05", "VerificationRequested", "看一下").then("27T17:10", "Verified", null);
        then("27T17:20", "Suspended", "霜冻").then("27T17:25", "Overran", null).then("27T17:40", "Resumed", null);
        then("27T17:50", "Submitted", "好了").then("27T17:55", "Confirmed", null);
        var face = face(Pace.WORKING, Duration.ofHours(6), "27T18:00");
        var frost = new Pause(at("27T17:20"), at("27T17:40"), "casework.Suspended", "霜冻");
        assertThat(face.business().pauses()).containsExactly(frost);
        assertThat(face.holder().pauses())
                .containsExactly(
                        new Pause(at("27T17:05"), at("27T17:10"), "casework.VerificationRequested", "看一下"),
                        frost,
                        new Pause(at("27T17:50"), null, "casework.Submitted", "好了"));
    }

    @Test
    void firstContactWhileAClockStandsLeavesItStanding() {
        then("27T17:20", "Suspended", "霜冻").then("27T17:30", "Contacted", "已说明原因");
        var still = new Pause(at("27T17:20"), null, "casework.Suspended", "霜冻");
        var face = face(Pace.WORKING, Duration.ofHours(6), "27T18:00");
        assertThat(face.business().pauses()).containsExactly(still);
        assertThat(face.holder().pauses()).containsExactly(still);
    }
}
