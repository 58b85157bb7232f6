package io.chengyun.platform.warning;

import static io.chengyun.kernel.Grade.BLUE;
import static io.chengyun.kernel.Grade.ORANGE;
import static io.chengyun.kernel.Grade.RED;
import static io.chengyun.kernel.Grade.YELLOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Grade;
import io.chengyun.platform.assessment.Signal;
import io.chengyun.platform.assessment.Signal.State;
import io.chengyun.platform.warning.Warning.Label;
import io.chengyun.platform.warning.WarningEvent.Eased;
import io.chengyun.platform.warning.WarningEvent.Heard;
import io.chengyun.platform.warning.WarningEvent.Lifted;
import io.chengyun.platform.warning.WarningEvent.Raised;
import io.chengyun.platform.warning.WarningEvent.Regraded;
import io.chengyun.platform.warning.WarningEvent.Resumed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WarningRulesTest {

    private static final Instant NOON = Instant.parse("2013-10-07T04:00:00Z");
    private static final Label RAINSTORM = new Label("暴雨", "Rainstorm", "rain");
    private static final Duration QUIET = Duration.ofHours(3);

    private final WarningRules rules = new WarningRules();

    private static Instant hour(int hours) {
        return NOON.plus(Duration.ofHours(hours));
    }

    private static Signal signal(long stream, String rule, State state, @Nullable Grade grade, int hours) {
        return new Signal(
                "s-" + stream + rule + hours,
                new Signal.Origin("flood", rule, 1, "rainstorm"),
                new Signal.Source(
                        stream,
                        "gauge " + stream,
                        "rainfall",
                        new AreaCode("310112101"),
                        new AreaCode("310112101G01"),
                        121.37,
                        31.11,
                        null),
                state,
                grade,
                new Signal.Measure(61.6, "mm", "1 小时 61.6 毫米，限值 35 毫米", "61.6 mm in 1 h, limit 35 mm"),
                hour(hours),
                List.of(hour(hours)));
    }

    /** The same, said of a town of which the stream is one. */
    private static Signal ofTown(Signal signal) {
        var source = signal.source();
        var scope = new Signal.Scope("town", "310112101", List.of(source.stream()));
        return new Signal(
                signal.id(),
                signal.origin(),
                new Signal.Source(
                        source.stream(),
                        source.thing(),
                        source.property(),
                        source.town(),
                        source.grid(),
                        source.lon(),
                        source.lat(),
                        scope),
                signal.state(),
                signal.grade(),
                signal.measure(),
                signal.at(),
                signal.evidence());
    }

    @Test
    void whatOneStreamOfATownBeganAnotherOneEnds() {
        var standing = rules.onFirst(ofTown(graded(1, "many", YELLOW, 0)), "w-1", RAINSTORM, NOON)
                .orElseThrow()
                .now();

        assertThat(after(eased(2, "many", 1), standing).heldGrade()).isEqualTo(YELLOW);
        var ended = after(ofTown(eased(2, "many", 1)), standing);
        assertThat(ended.heldGrade()).isNull();
        assertThat(ended.voices()).hasSize(1);
    }

    private static Signal graded(long stream, String rule, Grade grade, int hours) {
        return signal(stream, rule, State.GRADED, grade, hours);
    }

    private static Signal eased(long stream, String rule, int hours) {
        return signal(stream, rule, State.EASED, null, hours);
    }

    private Warning raised(Grade grade) {
        return rules.onFirst(graded(1, "1h", grade, 0), "w-1", RAINSTORM, NOON)
                .orElseThrow()
                .now();
    }

    private Optional<WarningEvent> on(Signal signal, Warning standing) {
        return rules.onAnother(signal, standing, signal.at());
    }

    private Warning after(Signal signal, Warning standing) {
        return on(signal, standing).map(WarningEvent::now).orElse(standing);
    }

    @Test
    void firstGradedSignalRaisesAWarningOfItsGrade() {
        var event = rules.onFirst(graded(1, "1h", YELLOW, 0), "w-1", RAINSTORM, NOON);
        assertThat(event).get().isInstanceOf(Raised.class);
        assertThat(event.orElseThrow().now().grade()).isEqualTo(YELLOW);
        assertThat(event.orElseThrow().now().identity().town()).isEqualTo(new AreaCode("310112101"));
    }

    @Test
    void firstSignalWithoutGradeRaisesNothing() {
        assertThat(rules.onFirst(eased(1, "1h", 0), "w-1", RAINSTORM, NOON)).isEmpty();
        assertThat(rules.onFirst(signal(1, "silence", State.UNKNOWN, null, 0), "w-1", RAINSTORM, NOON))
                .isEmpty();
    }

    @Test
    void graverVoiceRegradesUp() {
        var event = on(graded(2, "1h", RED, 1), raised(YELLOW));
        assertThat(event).get().isInstanceOf(Regraded.class);
        assertThat(event.orElseThrow().now().grade()).isEqualTo(RED);
        assertThat(((Regraded) event.orElseThrow()).from()).isEqualTo(YELLOW);
    }

    @Test
    void milderVoiceOfAnotherGaugeIsHeardButDoesNotRegrade() {
        var event = on(graded(2, "1h", BLUE, 1), raised(ORANGE));
        assertThat(event).get().isInstanceOf(Heard.class);
        assertThat(event.orElseThrow().now().grade()).isEqualTo(ORANGE);
    }

    @Test
    void gradeFallsToTheGravestStillHeld() {
        var standing = after(graded(1, "6h", BLUE, 1), raised(ORANGE));
        var event = on(eased(1, "1h", 2), standing);
        assertThat(event).get().isInstanceOf(Regraded.class);
        assertThat(event.orElseThrow().now().grade()).isEqualTo(BLUE);
    }

    @Test
    void lateSignalIsIgnored() {
        var standing = after(graded(1, "1h", RED, 5), raised(YELLOW));
        assertThat(on(graded(1, "1h", BLUE, 3), standing)).isEmpty();
    }

    @Test
    void sameSignalAgainChangesNothing() {
        assertThat(on(graded(1, "1h", YELLOW, 0), raised(YELLOW))).isEmpty();
    }

    @Test
    void whenAllHaveEasedTheWarningStandsAtItsLastGradeAndQuietTimeRuns() {
        var event = on(eased(1, "1h", 2), raised(YELLOW));
        assertThat(event).get().isInstanceOf(Eased.class);
        var now = event.orElseThrow().now();
        assertThat(now.grade()).isEqualTo(YELLOW);
        assertThat(now.isStanding()).isTrue();
        assertThat(rules.dueAt(now, QUIET)).contains(hour(5));
    }

    @Test
    void quietTimeOverLiftsAndNotASecondEarlier() {
        var quiet = after(eased(1, "1h", 2), raised(YELLOW));
        assertThat(rules.onTime(quiet, QUIET, hour(5).minusSeconds(1))).isEmpty();
        assertThat(rules.onTime(quiet, QUIET, hour(5))).get().isInstanceOf(Lifted.class);
    }

    @Test
    void standingGradeIsNeverLiftedByTime() {
        assertThat(rules.onTime(raised(BLUE), QUIET, hour(1_000))).isEmpty();
    }

    @Test
    void rainAgainWithinQuietTimeResumesTheSameWarning() {
        var quiet = after(eased(1, "1h", 2), raised(YELLOW));
        var event = on(graded(1, "1h", BLUE, 3), quiet);
        assertThat(event).get().isInstanceOf(Resumed.class);
        assertThat(event.orElseThrow().now().id()).isEqualTo("w-1");
        assertThat(event.orElseThrow().now().grade()).isEqualTo(BLUE);
        assertThat(rules.dueAt(event.orElseThrow().now(), QUIET)).isEmpty();
    }

    @Test
    void silentGaugeHoldsItsGradeAndIsMarkedUnknown() {
        var event = on(signal(1, "silence", State.UNKNOWN, null, 4), raised(YELLOW));
        assertThat(event).get().isInstanceOf(Heard.class);
        var now = event.orElseThrow().now();
        assertThat(now.grade()).isEqualTo(YELLOW);
        assertThat(now.voices()).extracting(Warning.Voice::state).containsExactly(State.UNKNOWN);
        assertThat(rules.onTime(now, QUIET, hour(1_000))).isEmpty();
    }

    @Test
    void gaugeThatSpeaksAgainIsUnknownNoLonger() {
        var silent = after(signal(1, "silence", State.UNKNOWN, null, 4), raised(YELLOW));
        var back = after(eased(1, "silence", 5), silent);
        assertThat(back.voices()).extracting(Warning.Voice::state).containsExactly(State.GRADED);
        assertThat(back.voices()).hasSize(1);
    }
}
