package io.chengyun.platform.sensing.notation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "+2.5", ".5", "1.", "1e3", "1E-3", " 7 "})
    void aNumberIsTaken(String text) {
        assertThat(NumberText.of(text)).isEqualTo(NumberText.NUMBER);
    }

    @ParameterizedTest
    @CsvSource({
        "'',NOTHING",
        "NA,NOTHING",
        "null,NOTHING",
        "NaN,NAN",
        "nan,NAN",
        "Infinity,INFINITE",
        "-INF,INFINITE",
        "1e999,INFINITE",
        "wet,WORDS",
        "'1,5',WORDS",
        "12 mm,WORDS",
        "0x10,WORDS",
        "1d,WORDS",
        "--1,WORDS"
    })
    void whatIsNoFiniteNumberHasItsKind(String text, NumberText what) {
        assertThat(NumberText.of(text)).isEqualTo(what);
    }
}
