package io.chengyun.platform.warning;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Grade;
import io.chengyun.platform.assessment.Signal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A danger in a town that somebody has to know of (预警). At most one stands per danger and town.
 *
 * @param identity the danger and the town: what makes two signals speak of one warning
 * @param label what people call the danger, and its icon
 * @param grade the gravest grade that a voice holds now; when all have eased, the last one held
 * @param voices what each rule last said of each stream
 * @param times when it was raised, last changed, and lifted
 * @param receipts who acknowledged it, first one first
 */
public record Warning(
        String id,
        Identity identity,
        Label label,
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

    /** What people call the danger (险情名称), Chinese and English, and the console's icon for it. */
    public record Label(String name, String nameEn, String icon) {}

    /**
     * What one rule last said of one stream.
     *
     * @param state UNKNOWN while the stream is silent; the grade then is the last one known, and still holds
     */
    public record Voice(
            Signal.Origin origin,
            Signal.Source source,
            Signal.State state,
            @Nullable Grade grade,
            Signal.Measure measure,
            Instant at) {}

    /**
     * @param easedAt since when no voice holds a grade; null while one does
     * @param firstObservedAt the observation that made the first signal
     */
    public record Times(
            Instant firstObservedAt,
            Instant raisedAt,
            Instant changedAt,
            @Nullable Instant easedAt,
            @Nullable Instant liftedAt) {}

    /** 签收: staff id and organisation that said "seen". */
    public record Receipt(String by, String organisation, Instant at) {}

    boolean isStanding() {
        return state == State.STANDING;
    }

    /** The gravest grade that a voice holds; null when all have eased. */
    @Nullable
    Grade heldGrade() {
        return voices.stream()
                .map(Voice::grade)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    Warning withVoices(List<Voice> others) {
        return new Warning(id, identity, label, grade, state, others, times, receipts);
    }

    Warning withGrade(Grade other, Instant at) {
        var changed = new Times(times.firstObservedAt, times.raisedAt, at, null, null);
        return new Warning(id, identity, label, other, state, voices, changed, receipts);
    }

    Warning eased(Instant at) {
        var changed = new Times(times.firstObservedAt, times.raisedAt, at, at, null);
        return new Warning(id, identity, label, grade, state, voices, changed, receipts);
    }

    Warning lifted(Instant at) {
        var changed = new Times(times.firstObservedAt, times.raisedAt, at, times.easedAt, at);
        return new Warning(id, identity, label, grade, State.LIFTED, voices, changed, receipts);
    }

    Warning withReceipt(Receipt receipt) {
        var more = Stream.concat(receipts.stream(), Stream.of(receipt)).toList();
        return new Warning(id, identity, label, grade, state, voices, times, more);
    }
}
