package io.chengyun.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.Grade;
import io.chengyun.rules.window.Aggregate;
import io.chengyun.rules.window.Window;
import io.chengyun.rules.window.WindowSumTest;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A rule that is stopped anywhere and goes on from its kept words and its history says what it would have said. */
class RestartPropertyTest {

    private static final Duration FIVE = Duration.ofMinutes(5);
    private static final List<Rule> RULES = List.of(
            new Threshold(ThresholdTest.DEPTH, ThresholdTest.UNDERPASS, FIVE),
            Window.sum(WindowSumTest.RAIN, WindowSumTest.ONE_HOUR, Duration.ofHours(1), FIVE),
            over20(Aggregate.MEAN),
            over20(Aggregate.MAX),
            over20(Aggregate.QUANTILE),
            new Silence(ThresholdTest.DEPTH, 2, FIVE),
            new Rate(RateTest.RULE.words(), RateTest.RULE.limits(), Duration.ofMinutes(20), FIVE),
            StuckTest.RULE,
            new Spike(ThresholdTest.DEPTH, 6, 3, 1, 2, Grade.BLUE, FIVE));

    private static Window over20(Aggregate aggregate) {
        var limits = new Limits(List.of(Limit.of(Grade.BLUE, Comparison.OVER, 20)));
        return new Window(ThresholdTest.DEPTH, limits, aggregate, 0.8, Duration.ofMinutes(20), 0.5, FIVE);
    }

    @Property
    void aRestartIsNotNoticed(
            @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 4) Integer> steps,
            @ForAll @Size(min = 60, max = 60) List<@IntRange(max = 40) Integer> values,
            @ForAll @IntRange(max = 60) int stop) {
        for (var rule : RULES) {
            var steady = new Stream(rule);
            var stopped = new Stream(rule);
            int minute = 0;
            for (int i = 0; i < steps.size(); i++) {
                if (i == stop) {
                    var anew = stopped.restarted();
                    anew.said.addAll(stopped.said);
                    stopped = anew;
                }
                minute += 5 * steps.get(i);
                // every third comes late
                int at = i % 3 == 2 ? minute - 7 : minute;
                for (var stream : List.of(steady, stopped)) {
                    stream.feed(at, values.get(i));
                    stream.until(minute);
                }
            }
            assertThat(stopped.said).isEqualTo(steady.said);
        }
    }
}
