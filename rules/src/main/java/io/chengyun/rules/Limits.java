package io.chengyun.rules;

import io.chengyun.kernel.Grade;
import io.chengyun.kernel.Malformed;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A ladder of limits (分级限值), mild to grave, all looking the same way. */
public record Limits(List<Limit> ladder) {

    public Limits {
        ladder = List.copyOf(ladder);
        if (ladder.isEmpty()) {
            throw new Malformed("grades", "needs at least one grade");
        }
        for (int i = 1; i < ladder.size(); i++) {
            requireGraver(ladder.get(i - 1), ladder.get(i));
        }
    }

    private static void requireGraver(Limit mild, Limit grave) {
        if (mild.beyond().upward() != grave.beyond().upward()) {
            throw new Malformed("grades", "must all look upward or all downward");
        }
        if (!grave.grade().graverThan(mild.grade())) {
            throw new Malformed("grades", "must go from mild to grave, each grade once: " + grave.grade());
        }
        boolean stricter = mild.beyond().upward() ? grave.value() > mild.value() : grave.value() < mild.value();
        if (!stricter) {
            throw new Malformed("grades", grave.grade() + ": its limit must be stricter than that of " + mild.grade());
        }
    }

    /** The gravest grade that the value reaches, or that was held before and is not yet cleared. */
    public @Nullable Limit weigh(double value, @Nullable Grade held) {
        for (int i = ladder.size() - 1; i >= 0; i--) {
            var limit = ladder.get(i);
            boolean wasHeld = held != null && !limit.grade().graverThan(held);
            if (limit.reachedBy(value) || (wasHeld && limit.stillHeldBy(value))) {
                return limit;
            }
        }
        return null;
    }

    /** The limit of a grade on this ladder; null when it has none, as after a change of the rule. */
    public @Nullable Limit find(@Nullable Grade grade) {
        for (int i = 0; i < ladder.size(); i++) {
            if (ladder.get(i).grade() == grade) {
                return ladder.get(i);
            }
        }
        return null;
    }

    public Limit mildest() {
        return ladder.get(0);
    }

    public String sentence(Words words) {
        return ladder.stream().map(limit -> limit.sentence(words)).collect(Collectors.joining("；"));
    }

    public String sentenceEn(Words words) {
        return ladder.stream().map(limit -> limit.sentenceEn(words)).collect(Collectors.joining("; "));
    }
}
