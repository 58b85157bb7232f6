package io.chengyun.rules;

import static io.chengyun.rules.Comparison.AT_LEAST;
import static io.chengyun.rules.Comparison.OVER;
import static io.chengyun.rules.Comparison.UNDER;
import static io.chengyun.rules.Stream.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Grade;
import io.chengyun.kernel.Malformed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdTest {

    private static final Duration FIVE = Duration.ofMinutes(5);
    static final Words DEPTH = new Words("积水深度", "water depth", "厘米", "cm");
    static final Limits UNDERPASS = new Limits(
            List.of(new Limit(Grade.YELLOW, OVER, 0, 0, FIVE), new Limit(Grade.RED, AT_LEAST, 25, 20, FIVE)));

    private final Stream underpass = new Stream(new Threshold(DEPTH, UNDERPASS, FIVE));

    @Test
    void aGradeIsReachedWhenTheValueHasStayedBeyondForTheMinimum() {
        assertThat(underpass.feed(0, 3)).isNull();
        underpass.feed(5, 4);
        var finding = underpass.last();
        assertThat(finding.grade()).isEqualTo(Grade.YELLOW);
        assertThat(finding.evidence()).containsExactly(at(0), at(5));
        assertThat(finding.reading())
                .isEqualTo(new Finding.Reading(4, "cm", "积水深度 4 厘米，限值 0 厘米", "Water depth 4 cm, limit 0 cm"));
    }

    @Test
    void aSplashIsNoWater() {
        underpass.feed(0, 30);
        underpass.feed(5, 0);
        underpass.feed(10, 30);
        underpass.feed(14, 30);

        assertThat(underpass.words()).isEmpty();
    }

    @Test
    void eachGradeHasItsOwnDuration() {
        underpass.feed(0, 3);
        underpass.feed(5, 30);
        underpass.feed(10, 25);

        assertThat(underpass.words()).containsExactly("YELLOW", "RED");
        assertThat(underpass.said.get(1).evidence()).containsExactly(at(5), at(10));
    }

    @Test
    void aGradeOnceReachedHoldsUntilItsClearLimit() {
        underpass.feed(0, 30);
        underpass.feed(5, 30);
        underpass.feed(10, 24.9);
        underpass.feed(15, 20);
        assertThat(underpass.words()).containsExactly("RED");

        underpass.feed(20, 19.9);
        assertThat(underpass.words()).containsExactly("RED", "YELLOW");
    }

    @Test
    void itEasesBelowAllGrades() {
        underpass.feed(0, 30);
        underpass.feed(5, 30);
        underpass.feed(10, 0);
        var finding = underpass.last();
        assertThat(finding.state()).isEqualTo(Finding.State.EASED);
        assertThat(finding.reading().sentence()).isEqualTo("积水深度 0 厘米，已回到限值以内");
        assertThat(finding.reading().sentenceEn()).isEqualTo("Water depth 0 cm, back within limits");
    }

    @Test
    void aGapLongerThanTwoIntervalsStartsTheDurationAnew() {
        underpass.feed(0, 3);
        underpass.feed(10.1, 3);
        assertThat(underpass.words()).isEmpty();

        underpass.feed(15.1, 3);
        assertThat(underpass.words()).containsExactly("YELLOW");
    }

    @Test
    void aGapDoesNotTakeAwayAGradeThatWasReached() {
        underpass.feed(0, 3);
        underpass.feed(5, 3);
        underpass.feed(500, 3);

        assertThat(underpass.words()).containsExactly("YELLOW");
    }

    @Test
    void aLateSampleAndASampleAlreadyHeldAreIgnored() {
        underpass.feed(0, 3);
        underpass.feed(5, 4);
        var before = underpass.remembered();

        assertThat(underpass.feed(2, 99)).isNull();
        assertThat(underpass.feed(5, 0)).isNull();
        assertThat(underpass.remembered()).isEqualTo(before);
    }

    @Test
    void aLadderMayLookDownward() {
        var limits = new Limits(List.of(
                new Limit(Grade.YELLOW, UNDER, 0.14, 0.15, Duration.ofMinutes(10)),
                new Limit(Grade.RED, UNDER, 0.10, 0.10, Duration.ofMinutes(3))));
        var hydrant = new Stream(new Threshold(new Words("压力", "pressure", "兆帕", "MPa"), limits, FIVE));
        hydrant.feed(0, 0.14);
        hydrant.feed(5, 0.13);
        hydrant.feed(10, 0.09);
        assertThat(hydrant.words()).isEmpty();

        hydrant.feed(13, 0.09);
        hydrant.feed(20, 0.145);
        hydrant.feed(25, 0.15);
        assertThat(hydrant.words()).containsExactly("RED", "YELLOW", "EASED");
    }

    @Test
    void aLadderThatContradictsItselfIsMalformed() {
        var blue = Limit.of(Grade.BLUE, OVER, 10);

        assertThatThrownBy(() -> new Limits(List.of())).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Limits(List.of(blue, Limit.of(Grade.YELLOW, OVER, 10))))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Limits(List.of(blue, Limit.of(Grade.BLUE, OVER, 20))))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Limits(List.of(blue, Limit.of(Grade.YELLOW, UNDER, 5))))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Limit(Grade.BLUE, OVER, 10, 11, Duration.ZERO))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Limit(Grade.BLUE, OVER, Double.NaN, 0, Duration.ZERO))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void anotherIntervalIsTheSameRuleOtherwise() {
        var rule = new Threshold(DEPTH, UNDERPASS, FIVE);

        assertThat(rule.every(Duration.ofHours(1))).contains(new Threshold(DEPTH, UNDERPASS, Duration.ofHours(1)));
    }
}
