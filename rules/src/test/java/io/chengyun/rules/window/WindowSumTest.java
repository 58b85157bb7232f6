package io.chengyun.rules.window;

import static io.chengyun.rules.Comparison.OVER;
import static io.chengyun.rules.Stream.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Grade;
import io.chengyun.kernel.Malformed;
import io.chengyun.rules.Comparison;
import io.chengyun.rules.Finding;
import io.chengyun.rules.History;
import io.chengyun.rules.Limit;
import io.chengyun.rules.Limits;
import io.chengyun.rules.Stream;
import io.chengyun.rules.Words;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

public class WindowSumTest {

    private static final Duration HOUR = Duration.ofHours(1);
    public static final Words RAIN = new Words("雨量", "rainfall", "毫米", "mm");
    public static final Limits ONE_HOUR = new Limits(List.of(
            Limit.of(Grade.BLUE, OVER, 35),
            Limit.of(Grade.YELLOW, OVER, 50),
            Limit.of(Grade.ORANGE, OVER, 80),
            Limit.of(Grade.RED, OVER, 100)));
    static final Limits SIX_HOURS = new Limits(List.of(
            Limit.of(Grade.BLUE, OVER, 50),
            Limit.of(Grade.YELLOW, OVER, 80),
            Limit.of(Grade.ORANGE, OVER, 100),
            Limit.of(Grade.RED, OVER, 150)));

    private final Stream hourly = new Stream(Window.sum(RAIN, ONE_HOUR, HOUR, HOUR));
    private final Stream sixHours = new Stream(Window.sum(RAIN, SIX_HOURS, Duration.ofHours(6), HOUR));
    private final Stream fiveMinutes = new Stream(Window.sum(RAIN, ONE_HOUR, HOUR, Duration.ofMinutes(5)));

    @Test
    void aSumAtTheLimitIsNotBeyondIt() {
        assertThat(hourly.feed(0, 35)).isNull();
        assertThat(hourly.feed(60, 35.1)).extracting(Finding::grade).isEqualTo(Grade.BLUE);
    }

    @Test
    void manySmallValuesAddUpToTheLimitAndNotALittleMore() {
        for (int i = 0; i < 350; i++) {
            fiveMinutes.feed(i / 10.0, 0.1);
        }

        assertThat(fiveMinutes.words()).isEmpty();
    }

    @Test
    void aValueThatBinaryFractionsCannotHoldIsNotCutShort() {
        var atLeast = new Limits(List.of(Limit.of(Grade.BLUE, Comparison.AT_LEAST, 35)));
        var stream = new Stream(Window.sum(RAIN, atLeast, HOUR, Duration.ofMinutes(30)));
        stream.feed(0, 32.8);
        stream.feed(30, 2.2);

        assertThat(stream.words()).containsExactly("BLUE");
    }

    @Test
    void theHighestGradeWhoseLimitIsExceededIsSaidWithValueAndLimit() {
        hourly.feed(0, 61.6);
        var finding = hourly.last();
        assertThat(finding.grade()).isEqualTo(Grade.YELLOW);
        assertThat(finding.at()).isEqualTo(at(0));
        assertThat(finding.evidence()).containsExactly(at(0));
        assertThat(finding.reading())
                .isEqualTo(new Finding.Reading(61.6, "mm", "1 小时 61.6 毫米，限值 50 毫米", "61.6 mm in 1 h, limit 50 mm"));
    }

    @Test
    void theGradeGoesUpAndDownWithTheSumAndIsSaidOnlyWhenItChanges() {
        hourly.feed(0, 40);
        hourly.feed(60, 41);
        hourly.feed(120, 120);
        hourly.feed(180, 60);
        hourly.feed(240, 3);
        hourly.feed(300, 0);

        assertThat(hourly.words()).containsExactly("BLUE", "RED", "YELLOW", "EASED");
        assertThat(hourly.said.get(3).reading().sentence()).isEqualTo("1 小时 3 毫米，已不超过 35 毫米");
        assertThat(hourly.said.get(3).reading().sentenceEn()).isEqualTo("3 mm in 1 h, no longer beyond 35 mm");
    }

    @Test
    void whatIsExactlyAWindowOldIsOutside() {
        fiveMinutes.feed(0, 30);
        fiveMinutes.feed(60, 10);
        assertThat(fiveMinutes.words()).isEmpty();

        fiveMinutes.feed(59, 30);
        assertThat(fiveMinutes.words()).containsExactly("BLUE");
    }

    @Test
    void aWindowWithAGapIsALowerBoundThatMayRiseAndNeverFalls() {
        sixHours.feed(0, 60);
        assertThat(sixHours.said.get(0).reading().sentence()).isEqualTo("6 小时至少 60 毫米，限值 50 毫米");
        assertThat(sixHours.said.get(0).reading().sentenceEn()).isEqualTo("At least 60 mm in 6 h, limit 50 mm");

        sixHours.feed(60, 25);
        sixHours.feed(360, 0);
        sixHours.feed(420, 0);
        assertThat(sixHours.words()).containsExactly("BLUE", "YELLOW");
    }

    @Test
    void itEasesWhenTheWindowIsWholeAgain() {
        sixHours.feed(0, 60);
        for (int hour = 2; hour <= 6; hour++) {
            sixHours.feed(60 * hour, 0);
        }
        assertThat(sixHours.words()).containsExactly("BLUE");

        sixHours.feed(60 * 7, 0);
        assertThat(sixHours.words()).containsExactly("BLUE", "EASED");
    }

    @Test
    void aLateSampleInsideTheWindowIsInsertedAndTheNewestSumWeighedAgain() {
        sixHours.feed(0, 30);
        sixHours.feed(120, 30);
        sixHours.feed(60, 30);
        var finding = sixHours.last();
        assertThat(finding.grade()).isEqualTo(Grade.YELLOW);
        assertThat(finding.at()).isEqualTo(at(120));
        assertThat(finding.reading().value()).isEqualTo(90);
    }

    @Test
    void theEvidenceBeginsWithTheObservationThatPassedTheLimit() {
        sixHours.feed(0, 30);
        sixHours.feed(60, 10);
        sixHours.feed(120, 20);
        var finding = sixHours.last();
        assertThat(finding.evidence()).containsExactly(at(120));
    }

    @Test
    void aSampleOlderThanTheWindowIsIgnored() {
        hourly.feed(120, 10);
        var before = hourly.remembered();

        assertThat(hourly.feed(60, 90)).isNull();
        assertThat(hourly.remembered()).isEqualTo(before);
    }

    @Test
    void aSampleAlreadyHeldIsIgnored() {
        fiveMinutes.feed(0, 20);
        fiveMinutes.feed(5, 10);
        var before = fiveMinutes.remembered();

        fiveMinutes.feed(0, 20);
        fiveMinutes.feed(0, 99);
        fiveMinutes.feed(5, 99);
        assertThat(fiveMinutes.remembered()).isEqualTo(before);
        assertThat(fiveMinutes.words()).isEmpty();
    }

    @Test
    void aClearLimitHoldsTheGradeUntilTheSumIsNoLongerBeyondIt() {
        var limits = new Limits(
                List.of(new Limit(Grade.BLUE, OVER, 35, 30, Duration.ZERO), Limit.of(Grade.YELLOW, OVER, 50)));
        var stream = new Stream(Window.sum(RAIN, limits, HOUR, HOUR));
        stream.feed(0, 55);
        stream.feed(60, 31);
        assertThat(stream.words()).containsExactly("YELLOW", "BLUE");

        stream.feed(120, 30);
        assertThat(stream.words()).containsExactly("YELLOW", "BLUE", "EASED");
    }

    @Test
    void theStateIsBoundedAndAnOverfullWindowNeverFalls() {
        var perSecond = new Stream(Window.sum(RAIN, ONE_HOUR, HOUR, Duration.ofMinutes(5)));
        for (int second = 0; second < 3_600; second++) {
            perSecond.feed(second / 60.0, second < 100 ? 1 : 0);
        }

        assertThat(perSecond.samples()).hasSize(History.BOUND);
        assertThat(perSecond.words()).containsExactly("BLUE", "YELLOW", "ORANGE");
    }

    @Test
    void aStreamThatReportsLessOftenThanTheWindowIsLongCannotBeJudged() {
        var rule = Window.sum(RAIN, ONE_HOUR, HOUR, HOUR);

        assertThat(rule.every(Duration.ofHours(3))).isEmpty();
        assertThat(rule.every(Duration.ofMinutes(5))).contains(Window.sum(RAIN, ONE_HOUR, HOUR, Duration.ofMinutes(5)));
    }

    @Test
    void aSumHasNoMinimumDurationAndLooksUpward() {
        var lasting = new Limits(List.of(new Limit(Grade.BLUE, OVER, 35, 35, HOUR)));
        var downward = new Limits(List.of(Limit.of(Grade.BLUE, Comparison.UNDER, 35)));

        assertThatThrownBy(() -> Window.sum(RAIN, lasting, HOUR, HOUR)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> Window.sum(RAIN, downward, HOUR, HOUR)).isInstanceOf(Malformed.class);
    }
}
