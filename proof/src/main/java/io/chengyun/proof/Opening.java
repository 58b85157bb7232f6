package io.chengyun.proof;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What has to be shown beside a proof, so that somebody can see what was proven (揭示): the entry, and the record with its salt
 * unless they were erased. It stands in the proof's {@code extra}.
 *
 * @param entry as it stands in the log
 * @param shown null once it was erased
 */
public record Opening(byte[] entry, @Nullable Shown shown) {

    private static final String TITLE = "chengyun.io/opening@v1\n";
    private static final String ENTRY = "entry ";
    private static final String SALT = "salt ";

    /**
     * A record with its salt (明文).
     *
     * @param record as {@link Statement} writes it
     */
    public record Shown(byte[] salt, byte[] record) {}

    /** @throws Unreadable naming the line */
    public static Opening parse(byte[] extra) {
        var text = new String(extra, StandardCharsets.UTF_8);
        if (!text.startsWith(TITLE + ENTRY)) {
            throw new Unreadable("opening: does not begin with '" + TITLE.strip() + "' and its entry");
        }
        var lines = text.substring(TITLE.length()).split("\n", 3);
        byte[] entry = Strict.base64("opening entry", lines[0].substring(ENTRY.length()));
        if (lines.length == 1 || lines[1].isEmpty()) {
            return new Opening(entry, null);
        }
        if (lines.length < 3 || !lines[1].startsWith(SALT)) {
            throw new Unreadable("opening: has no salt and record behind its entry");
        }
        byte[] salt = Strict.base64("opening salt", lines[1].substring(SALT.length()));
        return new Opening(entry, new Shown(salt, lines[2].getBytes(StandardCharsets.UTF_8)));
    }

    public Optional<Shown> find() {
        return Optional.ofNullable(shown);
    }

    public byte[] toBytes() {
        var base64 = Base64.getEncoder();
        var text = TITLE + ENTRY + base64.encodeToString(entry) + "\n";
        if (shown != null) {
            text += SALT + base64.encodeToString(shown.salt) + "\n" + new String(shown.record, StandardCharsets.UTF_8);
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
