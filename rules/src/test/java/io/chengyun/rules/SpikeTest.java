package io.chengyun.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.Grade;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpikeTest {

    static final Spike RULE = new Spike(ThresholdTest.DEPTH, 8, 5, 2, 2, Grade.BLUE, Duration.ofMinutes(5));

    private final Stream stream = new Stream(RULE);

    /** Eight calm samples and then these, five minutes apart. */
    private void afterCalm(double... values) {
        for (int i = 0; i < 8; i++) {
            stream.feed(5.0 * i, 10 + i % 2 * 0.2);
        }
        for (int i = 0; i < values.length; i++) {
            stream.feed(40 + 5.0 * i, values[i]);
        }
    }

    @Test
    void aLeapThatComesBackIsASpike() {
        afterCalm(30, 10, 10.2);

        assertThat(stream.words()).containsExactly("BLUE", "EASED");
        assertThat(stream.said.get(0).evidence()).containsExactly(Stream.at(40));
        assertThat(stream.said.get(0).reading().value()).isEqualTo(30);
    }

    @Test
    void twoSamplesFarOffAreOneSpike() {
        afterCalm(30, 31, 10);

        assertThat(stream.said.get(0).evidence()).containsExactly(Stream.at(40), Stream.at(45));
    }

    @Test
    void aNewLevelIsNoSpikeNorIsItsEnd() {
        afterCalm(30, 30, 30, 30, 30, 10, 10, 10);

        assertThat(stream.said).isEmpty();
    }

    @Test
    void aSmallLeapIsNone() {
        afterCalm(12, 10, 10);

        assertThat(stream.said).isEmpty();
    }

    @Test
    void aLeapBeforeAGapIsNone() {
        afterCalm(30);
        stream.feed(60, 10);

        assertThat(stream.said).isEmpty();
    }

    @Test
    void aLateSampleIsIgnored() {
        afterCalm(30);
        stream.feed(38, 10);

        assertThat(stream.said).isEmpty();
    }

    @Test
    void theScoreOfALeapIsHighAndOfCalmLow() {
        afterCalm(30);
        assertThat(RULE.score(stream.state())).isGreaterThan(0.5).isLessThan(1);
        stream.feed(45, 10.2);
        assertThat(RULE.score(stream.state())).isLessThan(0.5);
    }

    @Test
    void aDayThatRunsThroughManyDegreesHidesNoLeap() {
        var hourly = new Stream(new Spike(ThresholdTest.DEPTH, 24, 6, 0, 2, Grade.BLUE, Duration.ofHours(1)));
        for (int hour = 0; hour < 72; hour++) {
            double day = 10 - 8 * Math.cos(hour * Math.PI / 12);
            hourly.feed(60.0 * hour, day + (hour == 45 ? 15 : 0));
        }

        assertThat(hourly.words()).containsExactly("BLUE", "EASED");
        assertThat(hourly.said.get(0).evidence()).containsExactly(Stream.at(60 * 45));
    }

    @Test
    void aSpikeRightAfterALevelChangedIsOne() {
        afterCalm(30, 30, 60, 30, 30);

        assertThat(stream.words()).containsExactly("BLUE", "EASED");
        assertThat(stream.said.get(0).evidence()).containsExactly(Stream.at(50));
    }

    @Test
    void eachSpikeOfABrokenDeviceIsSaidAndNotTheCalmBetween() {
        afterCalm(30, 10, 30, 10, 30, 10, 10);

        assertThat(stream.said.stream()
                        .filter(finding -> finding.state() == Finding.State.GRADED)
                        .flatMap(finding -> finding.evidence().stream()))
                .containsExactly(Stream.at(40), Stream.at(50), Stream.at(60));
    }

    @Test
    void whatComesBackInSmallStepsIsNone() {
        afterCalm(13, 12, 11, 10);

        assertThat(stream.said).isEmpty();
    }

    @Test
    void aStreamThatMostlyStandsIsLeftAloneWhenNoLeastLeapIsGiven() {
        var rain = new Stream(new Spike(ThresholdTest.DEPTH, 8, 5, 0, 2, Grade.BLUE, Duration.ofMinutes(5)));
        for (int i = 0; i < 30; i++) {
            rain.feed(5.0 * i, i % 10 == 9 ? 8 : 0);
        }

        assertThat(rain.said).isEmpty();
    }
}
