package io.chengyun.rules;

import static io.chengyun.rules.Stream.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SilenceTest {

    private final Silence rule = new Silence(ThresholdTest.DEPTH, 2, Duration.ofMinutes(5));
    private final Stream stream = new Stream(rule);

    @Test
    void aStreamThatNeverReportedCannotFallSilent() {
        assertThat(stream.dueAt()).isNull();
        assertThat(stream.until(1_000)).isNull();
    }

    @Test
    void itFallsSilentWhenTheNewestIsTwoIntervalsOld() {
        stream.feed(0, 3);
        assertThat(stream.dueAt()).isEqualTo(at(10));
        assertThat(stream.until(9.9)).isNull();
        stream.until(10);
        var finding = stream.last();
        assertThat(finding.state()).isEqualTo(Finding.State.UNKNOWN);
        assertThat(finding.grade()).isNull();
        assertThat(finding.at()).isEqualTo(at(10));
        assertThat(finding.evidence()).containsExactly(at(0));
        assertThat(finding.reading().sentence()).isEqualTo("积水深度已 10 分钟没有数据，情况未知");
        assertThat(finding.reading().sentenceEn()).isEqualTo("No water depth data for 10 min, state unknown");
    }

    @Test
    void silenceIsSaidOnce() {
        stream.feed(0, 3);
        stream.until(10);
        stream.until(11);
        stream.until(500);

        assertThat(stream.words()).containsExactly("UNKNOWN");
        assertThat(stream.dueAt()).isNull();
    }

    @Test
    void eachSamplePutsSilenceOff() {
        stream.feed(0, 3);
        stream.feed(5, 3);
        stream.until(10);

        assertThat(stream.words()).isEmpty();
        assertThat(stream.dueAt()).isEqualTo(at(15));
    }

    @Test
    void aFreshSampleEndsTheSilenceOnce() {
        stream.feed(0, 3);
        stream.until(10);
        stream.feed(60, 3);
        assertThat(stream.dueAt()).isEqualTo(at(60));

        stream.until(60);
        stream.until(61);
        assertThat(stream.words()).containsExactly("UNKNOWN", "EASED");
        assertThat(stream.said.get(1).reading().sentence()).isEqualTo("积水深度数据恢复");
    }

    @Test
    void anOldBufferSentAfterAnOutageBringsNothingFresh() {
        stream.feed(0, 3);
        stream.until(120);
        stream.feed(5, 3);
        stream.until(120);
        stream.feed(10, 3);
        stream.until(121);
        assertThat(stream.words()).containsExactly("UNKNOWN");

        stream.feed(120, 3);
        stream.until(121);
        assertThat(stream.words()).containsExactly("UNKNOWN", "EASED");
    }

    @Test
    void aLateSampleChangesNothing() {
        stream.feed(5, 3);
        var before = stream.remembered();

        stream.feed(0, 3);
        stream.feed(5, 9);
        assertThat(stream.remembered()).isEqualTo(before);
    }

    @Test
    void itCanFallSilentAgain() {
        stream.feed(0, 3);
        stream.until(10);
        stream.feed(60, 3);
        stream.until(60);
        stream.until(70);

        assertThat(stream.words()).containsExactly("UNKNOWN", "EASED", "UNKNOWN");
    }

    @Test
    void patienceIsAtLeastOneInterval() {
        assertThatThrownBy(() -> new Silence(ThresholdTest.DEPTH, 0, Duration.ofMinutes(5)))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Silence(ThresholdTest.DEPTH, 2, Duration.ZERO))
                .isInstanceOf(Malformed.class);
    }
}
