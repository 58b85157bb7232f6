package io.chengyun.platform.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeLimitTest {

    @ParameterizedTest
    @ValueSource(strings = {"2 urgent hours", "1 urgent day", "4 working hours", "15 working days"})
    void aLimitReadsAndWritesTheSame(String text) {
        assertThat(TimeLimit.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2 hours", "urgent hours", "-2 urgent hours", "0 working days", "2.5 urgent hours"})
    void anythingElseIsMalformed(String text) {
        assertThatThrownBy(() -> TimeLimit.of(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void theUnitIsTheTradesOwn() {
        assertThat(TimeLimit.of("4 working hours").unit()).isEqualTo(TimeLimit.Unit.WORKING_HOUR);
    }
}
