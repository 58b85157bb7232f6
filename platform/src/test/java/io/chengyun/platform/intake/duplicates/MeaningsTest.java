package io.chengyun.platform.intake.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MeaningsTest {

    private final AtomicInteger read = new AtomicInteger();
    private final Meanings meanings = new Meanings(
            text -> {
                read.incrementAndGet();
                return text.contains("积水") ? new float[] {1, 0} : new float[] {0.6f, 0.8f};
            },
            new MeaningShelf.Memory());

    private static Trace said(String id, String words) {
        return new Trace(id, "0506", null, 121.41, 31.08, true, Instant.EPOCH, words);
    }

    @Test
    void eachIsReadOnce() {
        var others = List.of(said("R1", "门口积水"), said("R2", "路灯不亮"));
        var likeness = meanings.likeness(said("R3", "路上积水"), others);
        meanings.likeness(said("R3", "路上积水"), others);

        assertThat(likeness.get("R1")).isEqualTo(1);
        assertThat(likeness.get("R2")).isEqualTo(0.6, within(1e-6));
        assertThat(read.get()).isEqualTo(3);
    }

    @Test
    void whatSaysNothingInChineseIsNotRead() {
        var one = said("R1", "门口积水");

        assertThat(meanings.likeness(one, List.of(said("R2", ""), said("R3", "😀😀"), said("R4", "Garbage in alley"))))
                .isEqualTo(Map.of());
        assertThat(meanings.likeness(said("R5", "！！"), List.of(one))).isEmpty();
        assertThat(read.get()).isZero();
    }

    @Test
    void aByteANumberKeepsWhatTellsTextsApart() {
        var random = new Random(1);
        var meaning = new float[512];
        for (int i = 0; i < meaning.length; i++) {
            meaning[i] = (float) random.nextGaussian() / 20;
        }
        var kept = MeaningStore.unpacked(MeaningStore.packed(meaning));

        assertThat(kept).hasSize(512);
        for (int i = 0; i < kept.length; i++) {
            assertThat(kept[i]).isEqualTo(meaning[i], within(0.001f));
        }
        assertThat(MeaningStore.unpacked(MeaningStore.packed(new float[3]))).containsExactly(0, 0, 0);
    }
}
