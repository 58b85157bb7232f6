package io.chengyun.platform.sensing.notation;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What stands where a number should (数值文本): a number, nothing, NaN, infinity, or other words. */
public enum NumberText {
    NUMBER,
    /** Empty, NA or null: missing, and never zero. */
    NOTHING,
    NAN,
    INFINITE,
    WORDS;

    private static final Pattern FORM =
            Pattern.compile("[+-]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][+-]?\\d{1,3})?");
    private static final Set<String> EMPTY = Set.of("", "NA", "NULL");
    private static final Set<String> ENDLESS = Set.of("INF", "+INF", "-INF", "INFINITY", "+INFINITY", "-INFINITY");

    /** What this text is; what is called NUMBER, {@link Double#parseDouble} reads. */
    public static NumberText of(String text) {
        var bare = text.strip();
        if (FORM.matcher(bare).matches()) {
            return of(Double.parseDouble(bare));
        }
        var word = bare.toUpperCase(Locale.ROOT);
        if (EMPTY.contains(word)) {
            return NOTHING;
        }
        if (word.equals("NAN")) {
            return NAN;
        }
        return ENDLESS.contains(word) ? INFINITE : WORDS;
    }

    /** What this value is. */
    public static NumberText of(double value) {
        if (Double.isNaN(value)) {
            return NAN;
        }
        return Double.isInfinite(value) ? INFINITE : NUMBER;
    }
}
