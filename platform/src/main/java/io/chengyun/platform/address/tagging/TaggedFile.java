package io.chengyun.platform.address.tagging;

import io.chengyun.kernel.Malformed;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Tagged texts as a file gives them (标注文件): a line {@code words TAG} a token, an empty line behind each text; tags {@code
 * B-label} where a part begins, {@code I-label} where it goes on, {@code O} outside. Labels are read in lower case.
 */
public final class TaggedFile {

    private final List<Tagged> texts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<Span> spans = new ArrayList<>();

    private TaggedFile() {}

    /** All texts of the file. */
    public static List<Tagged> read(BufferedReader from) throws IOException {
        var file = new TaggedFile();
        int number = 0;
        for (var line = from.readLine(); line != null; line = from.readLine()) {
            number++;
            if (line.isBlank()) {
                file.end();
            } else {
                file.token(line.strip(), number);
            }
        }
        file.end();
        return List.copyOf(file.texts);
    }

    private void token(String line, int number) {
        int gap = Math.max(line.lastIndexOf(' '), line.lastIndexOf('\t'));
        var tag = line.substring(gap + 1);
        if (gap < 1 || !tag.matches("O|[BI]-\\S+")) {
            throw new Malformed("train", "line " + number + ": must be such as 龙 B-town");
        }
        int from = text.length();
        text.append(line, 0, gap);
        if (tag.equals("O")) {
            return;
        }
        var label = tag.substring(2).toLowerCase(Locale.ROOT);
        var last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
        boolean goesOn = tag.charAt(0) == 'I'
                && last != null
                && last.to() == from
                && last.label().equals(label);
        if (goesOn && last != null) {
            spans.set(spans.size() - 1, Span.of(label, last.from(), text.length()));
        } else {
            spans.add(Span.of(label, from, text.length()));
        }
    }

    private void end() {
        if (text.length() > 0) {
            texts.add(new Tagged(text.toString(), spans));
            text.setLength(0);
            spans.clear();
        }
    }
}
