package io.chengyun.proof;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a log says of itself (检查点): so many leaves, under this root (C2SP tlog-checkpoint).
 *
 * @param origin the log's one name
 * @param size how many leaves
 * @param extensions further lines, which mean nothing here
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    private static final int LINES = 3;

    public Checkpoint {
        extensions = List.copyOf(extensions);
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /** @throws Unreadable naming the line */
    public static Checkpoint parse(String text) {
        if (!text.endsWith("\n")) {
            throw new Unreadable("checkpoint: does not end with a line's end");
        }
        var lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
        if (lines.size() < LINES) {
            throw new Unreadable("checkpoint: has %d lines instead of origin, size and root".formatted(lines.size()));
        }
        if (lines.contains("")) {
            throw new Unreadable("checkpoint: has an empty line");
        }
        return new Checkpoint(
                lines.get(0),
                Strict.number("checkpoint size", lines.get(1)),
                Hash.parse(lines.get(2)),
                lines.subList(LINES, lines.size()));
    }

    /** The text that is signed. */
    public String text() {
        var text = new StringBuilder(origin + "\n" + size + "\n" + root.toBase64() + "\n");
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    byte[] toBytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }
}
