package io.chengyun.rules.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.rules.Stream;
import io.chengyun.rules.Watch;
import io.chengyun.rules.window.Window;
import io.chengyun.rules.window.WindowSumTest;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of night flow, whatever a meter reports: gaps, leaks and repairs come as they like. */
class NightFlowPropertyTest {

    private static final int DAYS = 90;
    private static final int HOURS = DAYS * 24;
    private static final int MINUTES = 60;
    private static final int LEAK = 40;
    /** Head, two zones, one meter and the days that are kept, each with its night and its whole. */
    private static final int MOST_WORDS = 4 + 2 * Zone.LENGTH + 1 + 10 + Ledger.KEPT * 3;

    private static final Window THREE_DAYS =
            Window.sum(WindowSumTest.RAIN, WindowSumTest.ONE_HOUR, Duration.ofDays(3), Duration.ofHours(1));

    /** An hour's flow, or nothing: one in ten is not heard, and leaks last from two weeks to three. */
    private static final class Meter {

        private final Random random;
        private final int leaksFrom;
        private final int leaksUntil;

        Meter(long seed) {
            random = new Random(seed);
            leaksFrom = (20 + random.nextInt(20)) * 24;
            leaksUntil = leaksFrom + (14 + random.nextInt(7)) * 24;
        }

        double next(int hour) {
            boolean leaks = hour >= leaksFrom && hour < leaksUntil;
            double flow = 30 + (hour % 24 < 5 ? 0 : 50) + random.nextGaussian() + (leaks ? LEAK : 0);
            return random.nextInt(10) == 0 ? Double.NaN : flow;
        }
    }

    @Property(tries = 100)
    void aRestartAnywhereIsNotNoticed(@ForAll long seed, @ForAll @IntRange(max = HOURS - 1) int stop) {
        var meter = new Meter(seed);
        var steady = new Stream(NightFlowTest.RULE);
        var stopped = new Stream(NightFlowTest.RULE);
        for (int hour = 0; hour < HOURS; hour++) {
            if (hour == stop) {
                var anew = stopped.restarted();
                anew.said.addAll(stopped.said);
                stopped = anew;
            }
            double flow = meter.next(hour);
            if (!Double.isNaN(flow)) {
                steady.feed(hour * MINUTES, flow);
                stopped.feed(hour * MINUTES, flow);
            }
        }

        assertThat(steady.said).as("there was a leak, and it was mended").hasSizeGreaterThan(1);
        assertThat(stopped.said).isEqualTo(steady.said);
        assertThat(stopped.remembered()).isEqualTo(steady.remembered());
    }

    @Property(tries = 50)
    void whatComesLateOrTwiceSaysNothingAndChangesNothing(@ForAll long seed) {
        var meter = new Meter(seed);
        var dice = new Random(seed);
        // beside a rule that looks back, so that what is late comes as far as the rule
        var watch = new Watch(List.of(NightFlowTest.RULE, THREE_DAYS));
        for (int hour = 0; hour < HOURS; hour++) {
            double flow = meter.next(hour);
            if (Double.isNaN(flow)) {
                continue;
            }
            watch.on(micros(hour * MINUTES), flow, (rule, finding) -> {});
            if (dice.nextInt(20) == 0) {
                var before = watch.words(0);
                int now = hour * MINUTES;
                for (int minute : new int[] {now, now - 1, now - 1 - dice.nextInt(3 * 24 * MINUTES)}) {
                    watch.on(
                            micros(minute),
                            dice.nextInt(200),
                            (rule, finding) -> assertThat(rule).isOne());
                }
                assertThat(watch.words(0)).isEqualTo(before);
            }
        }
    }

    private static long micros(int minute) {
        return Stream.sample(minute, 0).micros();
    }

    @Property(tries = 50)
    void whatIsRememberedIsBoundedHoweverLongItGoesOn(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 90) int every) {
        var random = new Random(seed);
        var stream = new Stream(NightFlowTest.RULE);
        for (int hour = 0; hour < 4 * HOURS; hour += 1 + random.nextInt(every)) {
            stream.feed(hour * MINUTES, random.nextInt(200));
            assertThat(stream.state().words()).hasSizeLessThanOrEqualTo(MOST_WORDS);
            assertThat(stream.samples()).hasSize(1);
        }
    }
}
