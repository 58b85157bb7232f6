package io.chengyun.platform.casework.door;

import io.chengyun.kernel.Malformed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has to be in a body (必填内容), checked with the field's name. */
public final class Asked {

    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST = 100;

    private Asked() {}

    /** A text of 1 to 2,000 characters. */
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
