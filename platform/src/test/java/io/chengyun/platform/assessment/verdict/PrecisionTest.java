package io.chengyun.platform.assessment.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chengyun.kernel.Malformed;
import org.junit.jupiter.api.Test;

class PrecisionTest {

    /** Newcombe 1998, Statistics in Medicine 17, table I, method 3: 81 of 263 gives 0.2553 to 0.3662. */
    @Test
    void theIntervalIsThePublishedOne() {
        var precision = new Precision(81, 263);

        assertThat(precision.value()).isEqualTo(81.0 / 263);
        assertThat(precision.atLeast()).isEqualTo(0.2553, within(0.00005));
        assertThat(precision.atMost()).isEqualTo(0.3662, within(0.00005));
    }

    /** The same table: 0 of 20 gives 0 to 0.1611, 1 of 29 gives 0.0061 to 0.1718. */
    @Test
    void itStaysWithinNothingAndAllForSmallNumbers() {
        assertThat(new Precision(0, 20).atLeast()).isZero();
        assertThat(new Precision(0, 20).atMost()).isEqualTo(0.1611, within(0.00005));
        assertThat(new Precision(1, 29).atLeast()).isEqualTo(0.0061, within(0.00005));
        assertThat(new Precision(1, 29).atMost()).isEqualTo(0.1718, within(0.00005));
        assertThat(new Precision(5, 5).atMost()).isEqualTo(1);
    }

    @Test
    void nothingJudgedSaysNothing() {
        var nothing = new Precision(0, 0);

        assertThat(nothing.value()).isNaN();
        assertThat(nothing.isBelow(0.99)).isFalse();
        assertThat(RuleRecord.Share.of(nothing)).isNull();
    }

    @Test
    void aRuleIsBelowItsFloorOnlyWhenTheWholeIntervalIs() {
        assertThat(new Precision(7, 20).isBelow(0.5)).as("0.35, at most 0.57").isFalse();
        assertThat(new Precision(4, 20).isBelow(0.5)).as("0.20, at most 0.42").isTrue();
    }

    @Test
    void moreConfirmedThanJudgedIsMalformed() {
        assertThatThrownBy(() -> new Precision(3, 2)).isInstanceOf(Malformed.class);
    }
}
