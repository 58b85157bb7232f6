package io.chengyun.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** A page of the reference that is made from the code; rewritten with {@code -Dchengyun.docs.write=true}. */
public final class Page {

    private static final String NOTE = "<!-- Made from the code by %s: run it with -Dchengyun.docs.write=true. -->\n\n";

    private Page() {}

    /** Checks that the page says what the code says. */
    public static void check(String path, Class<?> maker, String text) {
        var whole = String.format(NOTE, maker.getSimpleName()) + text;
        var file = Repository.path(path);
        if (Boolean.getBoolean("chengyun.docs.write")) {
            write(file, whole);
        }
        assertThat(Files.exists(file) ? Repository.text(file) : "")
                .as("%s is out of date: run %s with -Dchengyun.docs.write=true", path, maker.getSimpleName())
                .isEqualTo(whole);
    }

    private static void write(java.nio.file.Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A cell of a table: one line, no bars. */
    static String cell(String text) {
        return text.replaceAll("\\s+", " ").replace("|", "\\|").strip();
    }
}
