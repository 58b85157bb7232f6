package io.chengyun.platform.evaluation;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The 四早 latencies of many cases (四早指标), each with the number of cases behind it. */
public record LatencyFigures(Figure discover, Figure warn, Figure judge, Figure act) {

    /**
     * One figure, in seconds.
     *
     * @param p50 half of the cases were no slower; null without cases
     * @param p90 nine of ten cases were no slower; null without cases
     * @param n cases in which the step happened
     */
    public record Figure(@Nullable Long p50, @Nullable Long p90, int n) {

        private static final int HALF = 50;
        private static final int MOST = 90;
        private static final int WHOLE = 100;

        static Figure of(List<Long> seconds) {
            var sorted = seconds.stream().sorted().toList();
            return new Figure(rank(sorted, HALF), rank(sorted, MOST), sorted.size());
        }

        /** Nearest rank: a value that really occurred. */
        private static @Nullable Long rank(List<Long> sorted, int percent) {
            int rank = (percent * sorted.size() + WHOLE - 1) / WHOLE;
            return sorted.isEmpty() ? null : sorted.get(rank - 1);
        }
    }

    static LatencyFigures of(List<Latencies> cases) {
        return new LatencyFigures(
                figure(cases, Latencies::discover),
                figure(cases, Latencies::warn),
                figure(cases, Latencies::judge),
                figure(cases, Latencies::act));
    }

    private static Figure figure(List<Latencies> cases, Function<Latencies, @Nullable Long> step) {
        return Figure.of(cases.stream().map(step).filter(Objects::nonNull).toList());
    }
}
