package io.chengyun.rules.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Grade;
import io.chengyun.kernel.Malformed;
import io.chengyun.rules.Finding;
import io.chengyun.rules.Rule;
import io.chengyun.rules.Watch;
import io.chengyun.rules.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BaselineTest {

    private static final Words FLOW = new Words("流量", "flow", "立方米/时", "m3/h");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Baseline RULE = new Baseline(FLOW, Grade.BLUE, 3, 8, 6, 0, SHANGHAI, HOUR);
    /** A Monday at midnight in Shanghai. */
    private static final long MONDAY = Instant.parse("2026-03-01T16:00:00Z").toEpochMilli() * 1_000;

    private static final long MICROS_AN_HOUR = 3_600_000_000L;

    private final List<Finding> said = new ArrayList<>();

    private void feed(Watch watch, double hour, double value) {
        watch.on(MONDAY + Math.round(hour * MICROS_AN_HOUR), value, (rule, finding) -> said.add(finding));
    }

    /** Busy at eight on working days, quiet at night; the same every week but for some noise. */
    private static double usual(double hour) {
        int ofDay = (int) hour % 24;
        boolean busy = ofDay >= 8 && ofDay < 20 && hour % 168 < 120;
        return (busy ? 100 : 20) + new Random(Double.hashCode(hour)).nextGaussian();
    }

    private Watch watchOf(Rule rule, int from, int until) {
        var watch = new Watch(List.of(rule));
        for (int hour = from; hour < until; hour++) {
            feed(watch, hour, usual(hour));
        }
        return watch;
    }

    @Test
    void whatIsUsualAtNoonIsFarOffAtNight() {
        var watch = watchOf(RULE, 0, 4 * 168);
        assertThat(said).isEmpty();

        feed(watch, 4 * 168, 100);
        assertThat(said).isEmpty();
        feed(watch, 4 * 168 + 1, 100);
        assertThat(said).extracting(Finding::grade).containsExactly(Grade.BLUE);
        assertThat(said.get(0).reading().sentence())
                .startsWith("流量 100 立方米/时，每周此时常为 ")
                .contains("限值 6");
        assertThat(said.get(0).reading().sentenceEn()).contains("usual at this hour of the week");

        for (int hour = 2; hour < 6; hour++) {
            feed(watch, 4 * 168 + hour, usual(hour));
        }
        assertThat(said).extracting(Finding::state).containsExactly(Finding.State.GRADED, Finding.State.EASED);
    }

    @Test
    void saturdayIsHeldAgainstSaturdays() {
        var watch = watchOf(RULE, 0, 4 * 168 + 130);

        for (int hour = 130; hour < 134; hour++) {
            feed(watch, 4 * 168 + hour, 100);
        }

        assertThat(said).extracting(Finding::grade).containsExactly(Grade.BLUE);
    }

    @Test
    void nothingIsSaidBeforeAsManyDaysOfTheKindAreKnown() {
        var watch = watchOf(RULE, 0, 3 * 24 - 10);
        for (int hour = 3 * 24 - 10; hour < 3 * 24; hour++) {
            feed(watch, hour, 500);
        }
        assertThat(said).isEmpty();
        assertThat(RULE.score(watch.state(0))).isZero();

        feed(watch, 3 * 24, 500);
        feed(watch, 3 * 24 + 1, 500);
        assertThat(said).hasSize(1);
    }

    @Test
    void untilWeeksAreKnownAFridayIsHeldAgainstWorkingDaysAndNoWeekendIs() {
        var watch = watchOf(RULE, 0, 4 * 24 + 12);
        feed(watch, 4 * 24 + 12, 20);
        feed(watch, 4 * 24 + 13, 20);
        assertThat(said).extracting(Finding::grade).containsExactly(Grade.BLUE);

        said.clear();
        watchOf(RULE, 0, 3 * 168);
        assertThat(said).as("the first quiet weekends are no deviation").isEmpty();
    }

    @Test
    void onceWeeksAreKnownAnHourIsHeldAgainstItself() {
        var watch = new Watch(List.of(RULE));
        for (int hour = 0; hour < 4 * 168; hour++) {
            boolean friday = hour % 168 / 24 == 4;
            feed(watch, hour, usual(hour) + (friday ? 60 : 0));
        }
        said.clear();
        for (int hour = 4 * 168; hour < 5 * 168; hour++) {
            boolean friday = hour % 168 / 24 == 4;
            feed(watch, hour, usual(hour) + (friday ? 60 : 0));
        }
        assertThat(said).isEmpty();
    }

    @Test
    void oneReadingAloneIsNothing() {
        var watch = watchOf(RULE, 0, 4 * 168);

        feed(watch, 4 * 168, 900);
        feed(watch, 4 * 168 + 1, usual(1));
        feed(watch, 4 * 168 + 2, usual(2));

        assertThat(said).isEmpty();
    }

    @Test
    void theScoreGrowsWithTheDistanceAndIsHalfAtTheLimit() {
        double last = 0;
        for (double value : new double[] {30, 40, 60, 200}) {
            var watch = watchOf(RULE, 0, 4 * 168);
            feed(watch, 4 * 168, value);
            feed(watch, 4 * 168 + 1, value);
            double score = RULE.score(watch.state(0));
            assertThat(score).isGreaterThan(last).isLessThan(1);
            assertThat(score >= 0.5).isEqualTo(!said.isEmpty());
            last = score;
            said.clear();
        }
    }

    @Test
    void aNewLevelIsNewsOnce() {
        var watch = watchOf(RULE, 0, 4 * 168);
        int news = 0;
        for (int hour = 4 * 168; hour < 4 * 168 + 8; hour++) {
            feed(watch, hour, 200 + hour % 2);
            news += RULE.score(watch.state(0)) >= 0.5 ? 1 : 0;
        }

        assertThat(news).isEqualTo(1);
        assertThat(said).hasSize(1);
    }

    @Test
    void fiveMinuteReadingsAreJudgedByTheSameHours() {
        var rule = RULE.every(Duration.ofMinutes(5)).orElseThrow();
        var watch = new Watch(List.of(rule));
        for (int i = 0; i < 4 * 168 * 12; i++) {
            feed(watch, i / 12.0, usual(i / 12.0));
        }
        assertThat(said).isEmpty();

        feed(watch, 4 * 168, 100);
        feed(watch, 4 * 168 + 1 / 12.0, 100);
        assertThat(said).hasSize(1);
        assertThat(watch.words(0)).hasSizeLessThan(1_600);
    }

    @Test
    void theHoursAreThoseOfTheZone() {
        var watch = watchOf(RULE, 0, 4 * 168);
        var utc = new Baseline(FLOW, Grade.BLUE, 3, 8, 6, 0, ZoneId.of("+08:30"), HOUR);
        var shifted = watchOf(utc, 0, 4 * 168);

        assertThat(watch.words(0)).isNotEqualTo(shifted.words(0));
        assertThat(RULE.initial().words()).hasSize(utc.initial().words().length);
    }

    @Test
    void aLateOrRepeatedReadingIsIgnored() {
        var watch = watchOf(RULE, 0, 4 * 168);
        var before = watch.words(0);

        feed(watch, 4 * 168 - 1, 900);
        feed(watch, 4 * 168 - 1.5, 900);
        feed(watch, 100, 900);

        assertThat(watch.words(0)).isEqualTo(before);
    }

    @Test
    void whatNeverMovedIsNotJudgedUnlessADistanceIsGiven() {
        for (double least : new double[] {0, 5}) {
            var watch = new Watch(List.of(new Baseline(FLOW, Grade.BLUE, 3, 8, 6, least, SHANGHAI, HOUR)));
            for (int hour = 0; hour < 4 * 168; hour++) {
                feed(watch, hour, 7);
            }
            feed(watch, 4 * 168, 13);
            feed(watch, 4 * 168 + 1, 13);
            assertThat(said).hasSize(least > 0 ? 1 : 0);
        }
    }

    @Test
    void aGapOfWeeksIsNoDeviation() {
        watchOf(RULE, 0, 4 * 168);
        var watch = watchOf(RULE, 0, 3 * 168);
        for (int hour = 6 * 168; hour < 7 * 168; hour++) {
            feed(watch, hour, usual(hour));
        }

        assertThat(said).isEmpty();
    }

    @Test
    void aRestartIsNotNoticed() {
        for (int stop : new int[] {5, 500, 4 * 168 - 1, 4 * 168 + 1}) {
            var steady = new Watch(List.of(RULE));
            var stopped = new Watch(List.of(RULE));
            for (int hour = 0; hour < 5 * 168; hour++) {
                if (hour == stop) {
                    var anew = new Watch(List.of(RULE));
                    anew.recall(0, stopped.words(0));
                    stopped = anew;
                }
                double value = hour >= 4 * 168 && hour < 4 * 168 + 5 ? 300 : usual(hour);
                feed(steady, hour, value);
                feed(stopped, hour, value);
                assertThat(RULE.score(stopped.state(0))).isEqualTo(RULE.score(steady.state(0)));
            }
            assertThat(stopped.words(0)).isEqualTo(steady.words(0));
        }
        assertThat(said).hasSize(4 * 2 * 2);
    }

    @Test
    void wordsOfAnotherFormAreNone() {
        assertThat(RULE.recall(new long[] {1, 2}).words())
                .isEqualTo(RULE.initial().words());
        assertThat(RULE.recall(new long[0]).words()).isEqualTo(RULE.initial().words());
    }

    @Test
    void itsPastIsLearntWithoutAWord() {
        var watch = new Watch(List.of(RULE));
        for (int hour = 0; hour < 4 * 168; hour++) {
            watch.remember(MONDAY + hour * MICROS_AN_HOUR, usual(hour));
        }
        feed(watch, 4 * 168, 100);
        feed(watch, 4 * 168 + 1, 100);

        assertThat(said).hasSize(1);
        assertThat(RULE.learnsFrom()).isEqualTo(Duration.ofDays(56));
    }

    @Test
    void aStreamThatReportsLessThanDailyHasNoHours() {
        assertThat(RULE.every(Duration.ofDays(2))).isEmpty();
        assertThat(RULE.every(Duration.ofDays(1))).isPresent();
    }

    @Test
    void wrongNumbersAreRefusedByName() {
        assertThatThrownBy(() -> new Baseline(FLOW, Grade.BLUE, 9, 8, 6, 0, SHANGHAI, HOUR))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("must be 1 to memory, which is 8");
        assertThatThrownBy(() -> new Baseline(FLOW, Grade.BLUE, 1, 99, 6, 0, SHANGHAI, HOUR))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Baseline(FLOW, Grade.BLUE, 1, 8, 0, 0, SHANGHAI, HOUR))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void theSentenceSaysThatItKnowsNoHolidays() {
        assertThat(RULE.sentence()).isEqualTo("流量：偏离每周同一小时中位数超过 6 倍稳健标准差（不足 3 周时比工作日或周末同一小时，不识节假日）");
        assertThat(RULE.sentenceEn())
                .contains("while fewer than 3 weeks are known")
                .endsWith("knows no holidays");
    }
}
