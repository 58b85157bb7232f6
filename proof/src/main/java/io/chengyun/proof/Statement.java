package io.chengyun.proof;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * A record of what happened (记录), in the one way in which it is written before it is promised: five lines of heading, then the
 * event's canonical JSON (RFC 8785).
 *
 * @param number in the journal, from 1; its leaf is the one before
 * @param at when it happened, to the microsecond
 * @param type such as {@code casework.Closed}
 * @param subject id of the thing it happened to
 * @param payload the event's canonical JSON
 */
public record Statement(long number, Instant at, String type, String subject, String payload) {

    private static final String TITLE = "chengyun.io/record@v1";
    private static final int LINES = 6;

    /** @throws Unreadable naming the line */
    public static Statement parse(byte[] bytes) {
        var lines = new String(bytes, StandardCharsets.UTF_8).split("\n", LINES);
        if (lines.length != LINES || !lines[0].equals(TITLE)) {
            throw new Unreadable("record: does not begin with '" + TITLE + "' and four lines");
        }
        try {
            return new Statement(
                    Strict.number("record number", after("number ", lines[1])),
                    Instant.parse(after("at ", lines[2])),
                    after("type ", lines[3]),
                    after("subject ", lines[4]),
                    lines[5]);
        } catch (DateTimeException no) {
            throw new Unreadable("record at: not a time", no);
        }
    }

    private static String after(String word, String line) {
        if (!line.startsWith(word)) {
            throw new Unreadable("record: the line '" + word.strip() + "' is missing");
        }
        return line.substring(word.length());
    }

    public byte[] toBytes() {
        var text = TITLE + "\nnumber " + number + "\nat " + at + "\ntype " + type + "\nsubject " + subject + "\n"
                + payload;
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
