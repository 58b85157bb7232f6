package io.chengyun.rules;

import io.chengyun.kernel.Grade;
import org.jspecify.annotations.Nullable;

/** Grades as words of a state (等级字): 0 is none. */
public final class Grades {

    private static final Grade[] ALL = Grade.values();

    private Grades() {}

    public static long word(@Nullable Grade grade) {
        return grade == null ? 0 : grade.ordinal() + 1L;
    }

    /** The grade of a word; none for a word that is no grade's. */
    public static @Nullable Grade of(long word) {
        return word < 1 || word > ALL.length ? null : ALL[(int) word - 1];
    }
}
