package io.chengyun.acceptance.bench;

import io.chengyun.kernel.Grade;
import io.chengyun.rules.Comparison;
import io.chengyun.rules.Limit;
import io.chengyun.rules.Limits;
import io.chengyun.rules.Rule;
import io.chengyun.rules.Threshold;
import io.chengyun.rules.Watch;
import io.chengyun.rules.Words;
import io.chengyun.rules.window.Aggregate;
import io.chengyun.rules.window.Window;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Observations a second that ten threshold and window rules a stream weigh, on one thread. */
final class RuleRate implements Measurement {

    private static final Words LEVEL = new Words("水位", "water level", "米", "m");
    private static final Duration FIVE = Duration.ofMinutes(5);
    private static final int HOUR = 12;
    private static final List<Rule> RULES = Stream.concat(
                    IntStream.range(0, 5).mapToObj(RuleRate::threshold),
                    Stream.of(
                            window(Aggregate.SUM, HOUR, 3),
                            window(Aggregate.MEAN, HOUR, 3),
                            window(Aggregate.MAX, 3 * HOUR, 4.2),
                            window(Aggregate.MIN, 3 * HOUR, 2.6),
                            window(Aggregate.MEAN, 24 * HOUR, 2.8)))
            .toList();

    @Override
    public String name() {
        return "rules.throughput";
    }

    /** A pair of limits, one with a duration; each rule a little stricter than the one before. */
    private static Rule threshold(int strict) {
        var limits = new Limits(List.of(
                new Limit(Grade.YELLOW, Comparison.OVER, 3.6 + strict * 0.1, 3.4, Duration.ofMinutes(10)),
                new Limit(Grade.RED, Comparison.AT_LEAST, 4.2 + strict * 0.1, 4, Duration.ZERO)));
        return new Threshold(LEVEL, limits, FIVE);
    }

    private static Rule window(Aggregate aggregate, int samples, double limit) {
        double value = aggregate == Aggregate.SUM ? limit * samples : limit;
        var limits = new Limits(List.of(
                new Limit(Grade.YELLOW, Comparison.OVER, value, value * 0.9, Duration.ZERO),
                Limit.of(Grade.RED, Comparison.OVER, value * 1.2)));
        return new Window(LEVEL, limits, aggregate, 0.5, FIVE.multipliedBy(samples), 0.75, FIVE);
    }

    @Override
    public Figure measure(Path folder) {
        var feed = new RuleFeed();
        var watches = IntStream.range(0, RuleFeed.STREAMS)
                .mapToObj(stream -> new Watch(RULES))
                .toArray(Watch[]::new);
        long[] found = new long[1];
        double ours =
                feed.rate((stream, micros, value) -> watches[stream].on(micros, value, (rule, finding) -> found[0]++));
        var plain = new PlainWindows();
        double naive = new RuleFeed().rate(plain);
        var note = RuleFeed.STREAMS + " streams every 5 min, " + RuleFeed.CONSECUTIVE
                + " consecutive readings of a stream at a time, round robin; 5 thresholds, windows of 1, 3 and 24 h; "
                + found[0] + " findings; the reference is ours too: every window told anew for each reading, "
                + plain.beyond() + " times beyond; by the thread's own CPU time";
        return new Figure(name(), ours, "obs/s", new Figure.Reference("plain recomputation", naive), note);
    }
}
