package io.chengyun.proof;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A text with signatures below it (签名笺, C2SP signed-note). Nothing in it is to be believed before a known key has been heard.
 *
 * @param text with the end of its last line
 */
public record Note(String text, List<Signature> signatures) {

    /** Beyond, it is not read: 64 signatures, also of the long kinds, have room in it. */
    public static final int LONGEST = 1 << 20;

    private static final int MOST_SIGNATURES = 64;
    private static final String DASH = "\u2014 ";

    public Note {
        signatures = List.copyOf(signatures);
    }

    /** Somebody who signs notes (签署方): a log, a witness, an organisation. */
    public interface Signer {

        NoteKey key();

        /** @param at seen at; written by a witness, left out by all others */
        Signature sign(String text, Instant at);
    }

    /**
     * One line of signature (签名行).
     *
     * @param name whose key
     * @param keyId the first four bytes of the key's digest
     * @param bytes what the key made of the text
     */
    public record Signature(String name, int keyId, byte[] bytes) {

        private static final int ID_LENGTH = Integer.BYTES;

        /** @throws Unreadable unless it is an em dash, a name and base64 of more than four bytes */
        public static Signature parse(String line) {
            var parts = line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
            if (parts.length != 2 || !NoteKey.isName(parts[0])) {
                throw new Unreadable("note: a signature line is not '— name signature'");
            }
            byte[] all = Strict.base64("signature of " + parts[0], parts[1]);
            if (all.length <= ID_LENGTH) {
                throw new Unreadable("signature of " + parts[0] + ": ends within its key's id");
            }
            return new Signature(
                    parts[0], ByteBuffer.wrap(all).getInt(), Arrays.copyOfRange(all, ID_LENGTH, all.length));
        }

        /** The line without its end. */
        public String line() {
            var all =
                    ByteBuffer.allocate(ID_LENGTH + bytes.length).putInt(keyId).put(bytes);
            return DASH + name + " " + Base64.getEncoder().encodeToString(all.array());
        }

        /** Whether the same key claims to have made it. */
        boolean isOf(NoteKey key) {
            return keyId == key.id() && name.equals(key.name());
        }
    }

    public static Note parse(byte[] bytes) {
        if (bytes.length > LONGEST) {
            throw new Unreadable("note: %d bytes; at most %d are read".formatted(bytes.length, LONGEST));
        }
        try {
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notText) {
            throw new Unreadable("note: not UTF-8", notText);
        }
    }

    /** @throws Unreadable naming what is wrong with it */
    public static Note parse(String all) {
        if (all.length() > LONGEST) {
            throw new Unreadable("note: longer than " + LONGEST);
        }
        for (int i = 0; i < all.length(); i++) {
            if (all.charAt(i) < ' ' && all.charAt(i) != '\n') {
                throw new Unreadable("note: holds a control character");
            }
        }
        int gap = all.lastIndexOf("\n\n");
        if (gap < 0 || !all.endsWith("\n") || gap + 2 == all.length()) {
            throw new Unreadable("note: has no signatures below an empty line");
        }
        var lines = all.substring(gap + 2, all.length() - 1).split("\n", -1);
        if (lines.length > MOST_SIGNATURES) {
            throw new Unreadable("note: %d signatures; at most %d are read".formatted(lines.length, MOST_SIGNATURES));
        }
        var signatures = new ArrayList<Signature>();
        for (var line : lines) {
            signatures.add(Signature.parse(line));
        }
        return new Note(all.substring(0, gap + 1), signatures);
    }

    /** The same with further signatures; what stands there already is not repeated. */
    public Note with(List<Signature> more) {
        var all = new ArrayList<>(signatures);
        for (var signature : more) {
            boolean there = all.stream().anyMatch(it -> it.line().equals(signature.line()));
            if (!there) {
                all.add(signature);
            }
        }
        return new Note(text, all);
    }

    /**
     * Whether the key signed the text.
     *
     * @throws Unreadable if a line claims to be the key's and is not: then the whole note is not to be believed
     */
    public boolean isSignedBy(NoteKey key) {
        boolean found = false;
        for (var signature : signatures) {
            if (signature.isOf(key)) {
                if (!key.verifies(text, signature.bytes())) {
                    throw new Unreadable("note: the signature of " + key.name() + " is false");
                }
                found = true;
            }
        }
        return found;
    }

    /** As it is written in a file. */
    public String format() {
        var all = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> all.append(signature.line()).append('\n'));
        return all.toString();
    }
}
