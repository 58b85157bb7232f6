package io.chengyun.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.rules.window.Window;
import io.chengyun.rules.window.WindowSumTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SentenceTest {

    @Test
    void aSumSaysItsWindowAndItsLimits() {
        var rule = Window.sum(WindowSumTest.RAIN, WindowSumTest.ONE_HOUR, Duration.ofHours(1), Duration.ofMinutes(5));

        assertThat(rule.sentence()).isEqualTo("1 小时累计雨量：> 35 毫米 蓝色；> 50 毫米 黄色；> 80 毫米 橙色；> 100 毫米 红色");
        assertThat(rule.sentenceEn())
                .isEqualTo("Rainfall in 1 h: > 35 mm blue; > 50 mm yellow; > 80 mm orange; > 100 mm red");
        assertThat(rule.ladder()).hasSize(4);
    }

    @Test
    void aThresholdSaysHowLongAndUntilWhen() {
        var rule = new Threshold(ThresholdTest.DEPTH, ThresholdTest.UNDERPASS, Duration.ofMinutes(5));

        assertThat(rule.sentence()).isEqualTo("积水深度：> 0 厘米 黄色，持续 5 分钟；≥ 25 厘米 红色，持续 5 分钟，不再 ≥ 20 时解除");
        assertThat(rule.sentenceEn())
                .isEqualTo("Water depth: > 0 cm for 5 min yellow; ≥ 25 cm for 5 min red until no longer ≥ 20");
    }

    @Test
    void silenceSaysItsPatience() {
        var rule = new Silence(WindowSumTest.RAIN, 2, Duration.ofHours(1));

        assertThat(rule.sentence()).isEqualTo("雨量：连续 2 个周期（2 小时）没有数据即为未知");
        assertThat(rule.sentenceEn()).isEqualTo("Rainfall: unknown after 2 intervals (2 h) without data");
        assertThat(rule.ladder()).isEmpty();
    }

    @Test
    void numbersSayNoMoreThanTheyKnow() {
        assertThat(Words.number(61.600000000000001)).isEqualTo("61.6");
        assertThat(Words.number(100)).isEqualTo("100");
        assertThat(Words.number(-0.0001)).isEqualTo("0");
        assertThat(Words.number(4.555)).isEqualTo("4.56");
    }

    @Test
    void aSpanIsSaidInWholeHoursOrInMinutes() {
        assertThat(Words.span(Duration.ofMinutes(90))).isEqualTo("90 分钟");
        assertThat(Words.spanEn(Duration.ofHours(6))).isEqualTo("6 h");
    }
}
