package io.chengyun.platform.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SentenceEncoderTest {

    private final Encoder encoder = new SentenceEncoder();

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    @Test
    void whatMeansTheSameLiesCloser() {
        var lamp = encoder.encode("小区门口的路灯坏了");
        var light = encoder.encode("楼下照明灯不亮");
        var wages = encoder.encode("公司拖欠工资三个月");

        assertThat(product(lamp, lamp)).isCloseTo(1, within(1e-3));
        assertThat(product(lamp, light)).isGreaterThan(product(lamp, wages) + 0.1);
    }

    @Test
    void nothingAndEmojiAndAWholeBookAreEncodedToo() {
        assertThat(encoder.encode("")).hasSize(512);
        assertThat(encoder.encode("😀")).hasSize(512);
        assertThat(encoder.encode("路灯".repeat(2_000))).hasSize(512);
    }
}
