package io.chengyun.platform.place;

import java.util.Locale;

/**
 * One thing wrong with a layer that somebody wants to import (图层问题).
 *
 * @param area code of the area, or {@code feature N} where the code cannot be told
 * @param detail what exactly, and where
 */
record AreaProblem(Flaw flaw, String area, String detail) {

    /** The kinds of flaw. */
    enum Flaw {
        MISSING_PROPERTY,
        MALFORMED,
        WRONG_KIND,
        UNKNOWN_CODE,
        DUPLICATE_CODE,
        WRONG_PARENT,
        PARENT_CYCLE,
        INVALID_SHAPE,
        OVERLAP,
        GAP,
        OUTSIDE_PARENT;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One line for whoever has to mend it. */
    String text() {
        return flaw.word() + " " + area + ": " + detail;
    }
}
