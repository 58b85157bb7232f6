package io.chengyun.platform.intake.open311;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicTextTest {

    @ParameterizedTest
    @CsvSource({
        "请打13812345678找我, 请打***找我",
        "+86 138 1234 5678, ***",
        "身份证31011219900101123X, 身份证***",
        "写信 wang.lan@example.org 即可, 写信 *** 即可",
        "021-6412-3456 转 8, *** 转 8"
    })
    void numbersAndAddressesOfPeopleAreMasked(String written, String shown) {
        assertThat(PublicText.of(written)).isEqualTo(shown);
    }

    @Test
    void houseNumbersAndTimesStay() {
        var text = "沪闵路900弄12号601室，2026-11-22 积水 25 厘米";
        assertThat(PublicText.of(text)).contains("沪闵路900弄12号601室").contains("25 厘米");
    }
}
