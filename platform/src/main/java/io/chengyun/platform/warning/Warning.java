package io.chengyun.platform.warning;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Grade;
import io.chengyun.platform.assessment.Signal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A danger in a town that somebody has to know of (预警). At most one stands per danger and town.
 *
 * @param identity the danger and the town: what makes two signals speak of one warning
 * @param grade the gravest grade that a voice holds now; when all have eased, the last one held
 * @param voices what each rule last said of each stream
 * @param times when it was raised, last changed, and lifted
 * @param receipts who acknowledged it, first one first
 */
public record Warning(
        String id,
        Identity identity,
        Grade grade,
        State state,
        List<Voice> voices,
        Times times,
        List<Receipt> receipts) {

    public Warning {
        voices = List.copyOf(voices);
        receipts = List.copyOf(receipts);
    }

    /** 生效、解除. */
    public enum State {
        STANDING,
        LIFTED
    }

    /** What makes two signals one warning. */
    public record Identity(String scenario, String danger, AreaCode town) {}

    /** What one rule last said of one stream. */
    public record Voice(
            Signal.Origin origin,
            Signal.Source source,
            Signal.State state,
            @Nullable Grade grade,
            Signal.Measure measure,
            Instant at) {}

    /**
     * @param easedAt since when no voice holds a grade; null while one does
     * @param firstObservedAt oldest observation behind the first signal
     */
    public record Times(
            Instant firstObservedAt,
            Instant raisedAt,
            Instant changedAt,
            @Nullable Instant easedAt,
            @Nullable Instant liftedAt) {}

    /** 签收: staff id and organisation that said "seen". */
    public record Receipt(String by, String organisation, Instant at) {}
}
