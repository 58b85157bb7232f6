package io.chengyun.rules.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Grade;
import io.chengyun.kernel.Malformed;
import io.chengyun.rules.Finding;
import io.chengyun.rules.Joint;
import io.chengyun.rules.Watch;
import io.chengyun.rules.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Hours of a district's inflow: up to 100 by day, 30 at night, 50 at the weekend's nights, and some noise. */
class NightFlowTest {

    private static final Words FLOW = new Words("流量", "flow", "立方米/时", "m3/h");
    private static final NightHours NIGHT =
            new NightHours(ZoneId.of("Asia/Shanghai"), LocalTime.of(1, 0), LocalTime.of(5, 0));
    private static final Vigilance USUAL = new Vigilance(1, 4, 0.02, 14, 5);
    static final NightFlow RULE = new NightFlow(FLOW, Grade.YELLOW, NIGHT, USUAL, Duration.ofHours(1));
    /** A Monday's midnight in Shanghai. */
    private static final Instant MONDAY = Instant.parse("2026-03-01T16:00:00Z");

    private static final int LEAK = 12;

    private final List<Finding> said = new ArrayList<>();

    private static long micros(int hour) {
        return MONDAY.plus(Duration.ofHours(hour)).getEpochSecond() * 1_000_000;
    }

    private static double usual(int hour) {
        int day = hour / 24;
        boolean weekend = day % 7 >= 5;
        double night = weekend ? 50 : 30;
        double awake = hour % 24 >= 1 && hour % 24 < 5 ? 0 : Math.sin(Math.PI * ((hour + 19) % 24) / 20.0);
        return night + (100 - night) * awake + new Random(hour).nextGaussian();
    }

    private Watch watch() {
        return new Watch(List.of(RULE));
    }

    private void feed(Watch watch, int fromDay, int untilDay, IntToDoubleFunction flow) {
        for (int hour = fromDay * 24; hour < untilDay * 24; hour++) {
            watch.on(micros(hour), flow.applyAsDouble(hour), (rule, finding) -> said.add(finding));
        }
    }

    @Test
    void aLeakIsSaidOnTheMorningAfterAndEasesWithItsRepair() {
        var watch = watch();
        feed(watch, 0, 24, NightFlowTest::usual);
        assertThat(said).as("weekends are no leaks").isEmpty();

        feed(watch, 24, 34, hour -> usual(hour) + LEAK);
        assertThat(said).extracting(Finding::grade).containsExactly(Grade.YELLOW);
        assertThat(said.get(0).at()).isEqualTo(MONDAY.plus(Duration.ofHours(24 * 24 + 5)));
        assertThat(said.get(0).reading().sentence()).startsWith("夜间流量 4").endsWith("疑似漏损");

        feed(watch, 34, 44, NightFlowTest::usual);
        assertThat(said).extracting(Finding::state).containsExactly(Finding.State.GRADED, Finding.State.EASED);
    }

    @Test
    void aSecondLeakIsHeldAgainstTheNewLevel() {
        var watch = watch();
        feed(watch, 0, 24, NightFlowTest::usual);
        feed(watch, 24, 36, hour -> usual(hour) + LEAK);
        feed(watch, 36, 46, hour -> usual(hour) + 2 * LEAK);

        assertThat(said).extracting(Finding::state).containsExactly(Finding.State.GRADED, Finding.State.GRADED);
    }

    @Test
    void aLeakThatGrowsSteadilyIsSaidOnce() {
        var watch = watch();
        feed(watch, 0, 24, NightFlowTest::usual);
        feed(watch, 24, 60, hour -> usual(hour) + (hour - 24 * 24) / 24.0);

        assertThat(said).extracting(Finding::state).containsExactly(Finding.State.GRADED);
    }

    @Test
    void aSmallSurplusAddsUpOverTheNights() {
        var watch = watch();
        feed(watch, 0, 24, NightFlowTest::usual);
        feed(watch, 24, 34, hour -> usual(hour) + 2);

        assertThat(said).hasSize(1);
        assertThat(said.get(0).at()).isAfter(MONDAY.plus(Duration.ofDays(25)));
    }

    @Test
    void nothingIsSaidBeforeItLearntAndOfNightsThatWereNotHeard() {
        var watch = watch();
        feed(watch, 0, 13, NightFlowTest::usual);
        feed(watch, 13, 14, hour -> usual(hour) + LEAK);
        assertThat(said).isEmpty();

        var gaps = watch();
        feed(gaps, 0, 24, NightFlowTest::usual);
        for (int hour = 24 * 24; hour < 34 * 24; hour++) {
            if (hour % 24 < 2 || hour % 24 >= 5) {
                gaps.on(micros(hour), usual(hour) + LEAK, (rule, finding) -> said.add(finding));
            }
        }
        assertThat(said)
                .as("one sample of four is no night, and the missing ones are no zeros")
                .isEmpty();
    }

    @Test
    void lateSampleChangesNothing() {
        var watch = watch();
        feed(watch, 0, 24, NightFlowTest::usual);
        var before = watch.words(0);
        watch.on(micros(24 * 24 - 20), 9_999, (rule, finding) -> said.add(finding));
        assertThat(watch.words(0)).isEqualTo(before);
    }

    @Test
    void aRestartIsNotNoticed() {
        var steady = watch();
        feed(steady, 0, 26, hour -> usual(hour) + (hour >= 25 * 24 ? 2 : 0));
        var stopped = watch();
        stopped.recall(0, steady.words(0));
        assertThat(stopped.words(0)).isEqualTo(steady.words(0));

        said.clear();
        feed(steady, 26, 40, hour -> usual(hour) + 2);
        var steadily = List.copyOf(said);
        said.clear();
        feed(stopped, 26, 40, hour -> usual(hour) + 2);
        assertThat(said).isNotEmpty().isEqualTo(steadily);
    }

    @Test
    void whatItIsToldOfAnotherFormCountsAsNothing() {
        assertThat(RULE.recall(new long[] {1, 2, 3}).words())
                .isEqualTo(RULE.initial().words());
    }

    @Test
    void whatItLearntOfThePastIsExpected() {
        var watch = watch();
        for (int hour = 0; hour < 24 * 24; hour++) {
            watch.remember(micros(hour), usual(hour));
        }
        feed(watch, 24, 27, hour -> usual(hour) + LEAK);
        assertThat(said).hasSize(1);
    }

    @Test
    void inletsAddUpAndAPumpIsTakenOff() {
        var state = RULE.together(3);
        for (int hour = 0; hour < 40 * 24; hour++) {
            // pumps when it likes: other hours every day
            double pump = (hour * 7 / 5 + hour / 24 * 5) % 11 < 5 ? 40 : 0;
            double leak = hour >= 24 * 24 ? LEAK : 0;
            note(state, hour, 0.4 * (usual(hour) + leak + pump), 0.6 * (usual(hour) + leak + pump), pump);
        }
        assertThat(said).extracting(Finding::state).containsExactly(Finding.State.GRADED);
        assertThat(said.get(0).at()).isEqualTo(MONDAY.plus(Duration.ofHours(24 * 24 + 5)));
        assertThat(said.get(0).reading().value()).isBetween(30.0, 60.0);
    }

    @Test
    void behindThePumpLiesAZoneOfItsOwn() {
        var state = RULE.together(2);
        for (int hour = 0; hour < 50 * 24; hour++) {
            int length = hour >= 24 * 24 ? 9 : 6;
            double pump = (hour + hour / 24 * 5) % 12 < length ? 40 : 0;
            note(state, hour, usual(hour) + pump, pump);
        }
        assertThat(said).extracting(Finding::state).containsExactly(Finding.State.GRADED);
        assertThat(said.get(0).at()).isBefore(MONDAY.plus(Duration.ofDays(31)));
        assertThat(said.get(0).reading().value()).isBetween(25.0, 40.0);
    }

    @Test
    void aMissingMeterMakesTheNightUnknown() {
        var state = RULE.together(2);
        for (int hour = 0; hour < 40 * 24; hour++) {
            note(state, hour, usual(hour), hour >= 24 * 24 ? Double.NaN : usual(hour + 1) / 2);
        }
        assertThat(said).as("half of the inflow is not heard, and is not zero").isEmpty();
    }

    private void note(Joint.Weighing state, int hour, double... values) {
        var finding = state.on(micros(hour), values);
        if (finding != null) {
            said.add(finding);
        }
    }

    @Test
    void theScoreIsHalfWhenALeakIsSaidAndNothingBetweenMornings() {
        var watch = watch();
        feed(watch, 0, 24, NightFlowTest::usual);
        for (int hour = 24 * 24; hour < 26 * 24; hour++) {
            int before = said.size();
            watch.on(micros(hour), usual(hour) + LEAK, (rule, finding) -> said.add(finding));
            assertThat(RULE.score(watch.state(0)) >= 0.5).isEqualTo(said.size() > before);
            assertThat(hour % 24 == 5 || RULE.score(watch.state(0)) == 0).isTrue();
        }
        assertThat(said).hasSize(1);
    }

    @Test
    void otherIntervalsAreJudgedWhenANightHasSamplesEnough() {
        assertThat(RULE.every(Duration.ofMinutes(5))).isPresent();
        assertThat(RULE.every(Duration.ofHours(2))).isEmpty();
        assertThatThrownBy(() -> new Vigilance(1, 4, 0.02, 7, 5))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("14 to 56");
        assertThatThrownBy(() -> new NightHours(NIGHT.zone(), NIGHT.until(), NIGHT.from()))
                .isInstanceOf(Malformed.class);
    }
}
