package io.chengyun.platform.sensing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "+2.5", ".5", "1.", "1e3", "1E-3", " 7 "})
    void aNumberIsTaken(String text) {
        assertThat(NumberText.findReject(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'',MISSING",
        "NA,MISSING",
        "null,MISSING",
        "NaN,NOT_A_NUMBER",
        "nan,NOT_A_NUMBER",
        "Infinity,INFINITE",
        "-INF,INFINITE",
        "1e999,INFINITE",
        "wet,NOT_NUMERIC",
        "'1,5',NOT_NUMERIC",
        "12 mm,NOT_NUMERIC",
        "0x10,NOT_NUMERIC",
        "1d,NOT_NUMERIC",
        "--1,NOT_NUMERIC"
    })
    void whatIsNoFiniteNumberHasItsReason(String text, Reject why) {
        assertThat(NumberText.findReject(text)).isEqualTo(why);
    }

    @Test
    void missingIsNeverZero() {
        var batch = new ObservationBatch("test").add(1, "2026-11-22T00:00:00Z", "");

        assertThat(batch.verdict(0)).isEqualTo(Reject.MISSING);
    }
}
