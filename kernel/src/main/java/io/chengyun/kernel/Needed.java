package io.chengyun.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody has to send (必填内容), refused with the field's name where it is not there. */
public final class Needed {

    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST = 100;

    private Needed() {}

    /** The value, whatever it is. */
    public static <T> T value(String field, @Nullable T value) {
        if (value == null) {
            throw new Malformed(field, "is needed");
        }
        return value;
    }

    /** A text of 1 to 2,000 characters, without blanks around it. */
    public static String text(String field, @Nullable String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new Malformed(field, "write 1 to " + LONGEST_TEXT + " characters");
        }
        return text.strip();
    }

    /** 1 to 100 texts, each once. */
    public static List<String> each(String field, @Nullable List<String> texts) {
        if (texts == null
                || texts.isEmpty()
                || texts.size() > MOST
                || texts.stream().distinct().count() < texts.size()) {
            throw new Malformed(field, "name 1 to " + MOST + ", each once");
        }
        return List.copyOf(texts);
    }
}
