package io.chengyun.rules.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Grade;
import io.chengyun.kernel.Malformed;
import io.chengyun.rules.Comparison;
import io.chengyun.rules.Limit;
import io.chengyun.rules.Limits;
import io.chengyun.rules.Stream;
import io.chengyun.rules.Words;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Words LEVEL = new Words("水位", "water level", "米", "m");

    private static Window over(Aggregate aggregate, double limit) {
        return of(aggregate, Limit.of(Grade.BLUE, Comparison.OVER, limit));
    }

    private static Window under(Aggregate aggregate, double limit) {
        return of(aggregate, Limit.of(Grade.BLUE, Comparison.UNDER, limit));
    }

    private static Window of(Aggregate aggregate, Limit limit) {
        return new Window(LEVEL, new Limits(List.of(limit)), aggregate, 0.75, HOUR, 0.75, QUARTER);
    }

    /** One value each quarter; NaN is a missing one. */
    private static Stream fed(Window rule, double... values) {
        var stream = new Stream(rule);
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                stream.feed(15.0 * i, values[i]);
            }
        }
        return stream;
    }

    private static final double GONE = Double.NaN;

    @Test
    void theMaximumOfAWindowHoldsUntilItsSampleLeaves() {
        var stream = fed(over(Aggregate.MAX, 5), 1, 6, 1, 2, 1, 1);

        assertThat(stream.words()).containsExactly("BLUE", "EASED");
        assertThat(stream.last().at()).isEqualTo(Stream.at(75));
        assertThat(stream.said.get(0).reading().sentence()).isEqualTo("1 小时最高至少 6 米，限值 5 米");
        assertThat(stream.said.get(0).reading().sentenceEn()).isEqualTo("Maximum at least 6 m in 1 h, limit 5 m");
        assertThat(stream.last().reading().sentence()).isEqualTo("1 小时最高 2 米，已不超过 5 米");
    }

    @Test
    void aMaximumWithAGapMayRiseAndNotFall() {
        assertThat(fed(over(Aggregate.MAX, 5), 1, 6, 1, GONE, 1, 1, 1).words()).containsExactly("BLUE");
        assertThat(fed(over(Aggregate.MAX, 5), 1, 6, 1, GONE, 1, 1, 1, 1).words())
                .containsExactly("BLUE", "EASED");
    }

    @Test
    void aMaximumBelowIsSureOnlyOfAWholeWindow() {
        var stream = fed(under(Aggregate.MAX, 5), 4, 4, 4);
        assertThat(stream.said).isEmpty();

        stream.feed(45, 4);
        assertThat(stream.words()).containsExactly("BLUE");

        stream.feed(120, 7);
        assertThat(stream.words()).containsExactly("BLUE", "EASED");
        assertThat(stream.last().reading().sentence()).isEqualTo("1 小时最高至少 7 米，已不低于 5 米");
    }

    @Test
    void aMinimumWithAGapIsAnUpperBound() {
        assertThat(fed(under(Aggregate.MIN, 2), 1).words()).containsExactly("BLUE");
        assertThat(fed(under(Aggregate.MIN, 2), 1, GONE, 3, 3, 3).words()).containsExactly("BLUE");
        assertThat(fed(over(Aggregate.MIN, 2), 3, 3, 3).words()).isEmpty();
        assertThat(fed(over(Aggregate.MIN, 2), 3, 3, 3, 3).words()).containsExactly("BLUE");
    }

    @Test
    void aCountIsOfReportsAndOnlyRises() {
        var busy = new Stream(over(Aggregate.COUNT, 5));
        for (int minute = 0; minute < 7; minute++) {
            busy.feed(minute, 0);
        }

        assertThat(busy.words()).containsExactly("BLUE");
        assertThat(busy.last().reading().sentence()).isEqualTo("1 小时次数 6 次，限值 5 次");
        assertThatThrownBy(() -> under(Aggregate.COUNT, 5))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("a count is weighed upward");
    }

    @Test
    void aMeanIsSilentUntilEnoughOfItsWindowIsKnown() {
        var stream = fed(over(Aggregate.MEAN, 5), 9, 9);
        assertThat(stream.said).isEmpty();

        stream.feed(30, 3);
        assertThat(stream.words()).containsExactly("BLUE");
        assertThat(stream.last().reading().sentence()).isEqualTo("1 小时平均约 7 米，限值 5 米");
        assertThat(stream.last().reading().value()).isEqualTo(7);
        assertThat(stream.last().reading().sentenceEn()).isEqualTo("Mean about 7 m in 1 h, limit 5 m");

        stream.feed(100, 1);
        assertThat(stream.words()).containsExactly("BLUE");
    }

    @Test
    void aQuantileIsAValueThatWasObserved() {
        var stream = fed(over(Aggregate.QUANTILE, 5), 1, 2, 3, 6, 9);

        assertThat(stream.words()).containsExactly("BLUE");
        assertThat(stream.last().reading().value()).isEqualTo(6);
        assertThat(stream.last().reading().sentence()).isEqualTo("1 小时 75% 分位 6 米，限值 5 米");
        assertThat(stream.last().reading().sentenceEn()).isEqualTo("75 % quantile 6 m in 1 h, limit 5 m");
    }

    @Test
    void sevenHundredthsOfAHundredAreTheSeventh() {
        var ordered = new Ordered(0.07);
        for (int i = 100; i >= 1; i--) {
            ordered.add(i);
        }

        assertThat(ordered.value(100)).isEqualTo(7);
    }

    @Test
    void oneGreatValueIsNoHighQuantile() {
        assertThat(fed(over(Aggregate.QUANTILE, 5), 1, 2, 3, 900, 1, 2, 3).words())
                .isEmpty();
    }

    @Test
    void aLateSampleInsideTheWindowCounts() {
        for (var aggregate : List.of(Aggregate.MEAN, Aggregate.MAX, Aggregate.QUANTILE)) {
            var stream = fed(over(aggregate, 5), 4, GONE, 5, 6);
            stream.said.clear();
            stream.feed(15, 90);

            assertThat(stream.remembered())
                    .isEqualTo(fed(over(aggregate, 5), 4, 90, 5, 6).remembered());
        }
    }

    @Test
    void sumsOfImmenseValuesDoNotWrapAround() {
        assertThat(fed(over(Aggregate.SUM, 5), 1e300, 1e300, 1e300, 1e300, 1e300)
                        .words())
                .containsExactly("BLUE");
    }

    @Test
    void theSentenceSaysWhatIsTold() {
        assertThat(over(Aggregate.MEAN, 5).sentence()).isEqualTo("1 小时平均水位：> 5 米 蓝色");
        assertThat(over(Aggregate.QUANTILE, 5).sentenceEn())
                .isEqualTo("75 % quantile of water level in 1 h: > 5 m blue");
        assertThat(over(Aggregate.COUNT, 5).sentence()).isEqualTo("1 小时水位次数：> 5 次 蓝色");
        assertThat(over(Aggregate.SUM, 5).sentenceEn()).isEqualTo("Water level in 1 h: > 5 m blue");
    }

    @Test
    void aWindowThatHistoryCannotHoldHasNoMean() {
        var mean = over(Aggregate.MEAN, 5);

        assertThat(mean.every(Duration.ofSeconds(2))).isPresent();
        assertThat(mean.every(Duration.ofSeconds(1))).isEmpty();
        assertThat(mean.every(Duration.ofHours(2))).isEmpty();
        assertThat(over(Aggregate.MAX, 5).every(Duration.ofSeconds(1))).isPresent();
    }

    @Test
    void aWrongQuantileOrShareIsRefused() {
        var limits = over(Aggregate.MEAN, 5).limits();

        assertThatThrownBy(() -> new Window(LEVEL, limits, Aggregate.QUANTILE, 95, HOUR, 0.75, QUARTER))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("0.95");
        assertThatThrownBy(() -> new Window(LEVEL, limits, Aggregate.MEAN, 0.5, HOUR, 0, QUARTER))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("0.75");
    }
}
