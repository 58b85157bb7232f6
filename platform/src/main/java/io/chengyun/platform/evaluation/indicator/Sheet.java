package io.chengyun.platform.evaluation.indicator;

import io.chengyun.kernel.AreaCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All figures of one question (评价表): a line for each member, the one with most to do first, so that peers of like size stand
 * together.
 *
 * @param town the town to which the figures are limited; null for the whole district
 * @param countedTo up to when facts count: the end of the period, or now while it runs
 * @param heardAt when the newest case event counted here happened; null before any
 * @param indicators what the figures mean, in the order of each line's figures
 */
public record Sheet(
        Question question,
        @Nullable AreaCode town,
        Instant countedTo,
        @Nullable Instant heardAt,
        List<Indicator> indicators,
        List<Line> lines) {

    public Sheet {
        indicators = List.copyOf(indicators);
        lines = List.copyOf(lines);
    }

    /** A member's figures (评价行). */
    public record Line(Member member, List<Figure> figures) {
        public Line {
            figures = List.copyOf(figures);
        }

        public Optional<Figure> find(String indicator) {
            return figures.stream()
                    .filter(figure -> figure.indicator().equals(indicator))
                    .findFirst();
        }
    }

    /** Whose figures they are (评价单元). */
    public record Member(String code, String name, String nameEn) {}

    /**
     * One figure (指标值).
     *
     * @param counted the numerator; of counts, hours and kilometres the number of rows
     * @param n the divisor, or the number of rows behind the figure
     * @param value a share between 0 and 1, a ratio, a count, hours or kilometres; null where there is nothing to divide by
     */
    public record Figure(
            String indicator,
            long counted,
            long n,
            @Nullable Double value) {

        static Figure of(Indicator indicator, long counted, long n, @Nullable Double measured) {
            var value = switch (indicator.measure()) {
                case SHARE, RATIO -> n == 0 ? null : (Double) ((double) counted / n);
                case COUNT -> (Double) (double) n;
                case MEAN_HOURS, MEAN_KILOMETRES, HALF_HOURS, MOST_HOURS -> measured;
            };
            return new Figure(indicator.code(), counted, n, value);
        }

        /** Unknown: no row at all. */
        static Figure none(Indicator indicator) {
            return of(indicator, 0, 0, null);
        }
    }
}
