package io.chengyun.platform.sensing.sensorthings.query;

/** A word or sign of a filter (词元), with where it stands from 1. */
record Token(Kind kind, String text, int at) {

    enum Kind {
        NAME,
        NUMBER,
        STRING,
        INSTANT,
        DATE,
        TIME,
        /** A word before a quoted text, such as {@code duration'PT1H'}; the text has both. */
        PREFIXED,
        OPEN,
        CLOSE,
        COMMA,
        SLASH,
        END
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    /** Whether it is this word of the language. */
    boolean says(String word) {
        return kind == Kind.NAME && text.equals(word);
    }
}
