package io.chengyun.platform.sensing;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may stand where a number should (数值文本): a number, nothing, NaN, infinity, or nonsense. */
public final class NumberText {

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][+-]?\\d{1,3})?");
    private static final Set<String> NOTHING = Set.of("", "NA", "NULL");
    private static final Set<String> INFINITE = Set.of("INF", "+INF", "-INF", "INFINITY", "+INFINITY", "-INFINITY");

    private NumberText() {}

    /** Why this text is no finite number; null if it is one. */
    public static @Nullable Reject findReject(String text) {
        var bare = text.strip();
        if (NUMBER.matcher(bare).matches()) {
            double value = Double.parseDouble(bare);
            return Double.isFinite(value) ? null : verdictOn(value);
        }
        return verdictOnWord(bare.toUpperCase(Locale.ROOT));
    }

    /** Why a number that is not finite is rejected. */
    static Reject verdictOn(double value) {
        return Double.isNaN(value) ? Reject.NOT_A_NUMBER : Reject.INFINITE;
    }

    private static Reject verdictOnWord(String word) {
        if (NOTHING.contains(word)) {
            return Reject.MISSING;
        }
        if (word.equals("NAN")) {
            return Reject.NOT_A_NUMBER;
        }
        return INFINITE.contains(word) ? Reject.INFINITE : Reject.NOT_NUMERIC;
    }
}
