package io.chengyun.proof;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What has to be shown beside a proof, so that somebody can see what was proven (揭示): the entry, the acting organisation's
 * signature, and the record with its salt unless they were erased. It stands in the proof's {@code extra}.
 *
 * @param entry as it stands in the log
 * @param signed that the organisation signed it ({@link Acts}); null where nobody did, or where it is left out
 * @param shown null once it was erased
 */
public record Opening(
        byte[] entry, @Nullable ProofFile signed, @Nullable Shown shown) {

    private static final String TITLE = "chengyun.io/opening@v1\n";
    private static final String ENTRY = "entry ";
    private static final String SIGNED = "signed ";
    private static final String SALT = "salt ";

    /**
     * A record with its salt (明文).
     *
     * @param record as {@link Statement} writes it
     */
    public record Shown(byte[] salt, byte[] record) {}

    /** Of what no organisation signed. */
    public Opening(byte[] entry, @Nullable Shown shown) {
        this(entry, null, shown);
    }

    /** @throws Unreadable naming the line */
    public static Opening parse(byte[] extra) {
        var text = new String(extra, StandardCharsets.UTF_8);
        if (!text.startsWith(TITLE + ENTRY)) {
            throw new Unreadable("opening: does not begin with '" + TITLE.strip() + "' and its entry");
        }
        var rest = text.substring(TITLE.length());
        byte[] entry = Strict.base64("opening entry", line(rest).substring(ENTRY.length()));
        rest = behind(rest);
        ProofFile signed = null;
        if (rest.startsWith(SIGNED)) {
            byte[] proof = Strict.base64("opening signed", line(rest).substring(SIGNED.length()));
            signed = ProofFile.parse(new String(proof, StandardCharsets.UTF_8));
            rest = behind(rest);
        }
        return new Opening(entry, signed, rest.isEmpty() ? null : shown(rest));
    }

    private static Shown shown(String rest) {
        if (!rest.startsWith(SALT) || rest.indexOf('\n') < 0) {
            throw new Unreadable("opening: has no salt and record behind its entry");
        }
        byte[] salt = Strict.base64("opening salt", line(rest).substring(SALT.length()));
        return new Shown(salt, behind(rest).getBytes(StandardCharsets.UTF_8));
    }

    private static String line(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    private static String behind(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? "" : text.substring(end + 1);
    }

    public Optional<Shown> find() {
        return Optional.ofNullable(shown);
    }

    Opening unsigned() {
        return new Opening(entry, null, shown);
    }

    public byte[] toBytes() {
        var base64 = Base64.getEncoder();
        var text = TITLE + ENTRY + base64.encodeToString(entry) + "\n";
        if (signed != null) {
            text += SIGNED + base64.encodeToString(signed.format().getBytes(StandardCharsets.UTF_8)) + "\n";
        }
        if (shown != null) {
            text += SALT + base64.encodeToString(shown.salt) + "\n" + new String(shown.record, StandardCharsets.UTF_8);
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
