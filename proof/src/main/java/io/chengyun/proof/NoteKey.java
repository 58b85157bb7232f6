package io.chengyun.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public key that is believed (验签公钥), by its name: {@code name+8 hex digits+base64} (C2SP signed-note).
 *
 * @param name whose; of a log, its origin
 * @param key the public key itself, as long as its algorithm has it
 */
public record NoteKey(String name, Algorithm algorithm, byte[] key) {

    private static final int PARTS = 3;

    public NoteKey {
        if (!isName(name)) {
            throw new Unreadable("key: the name may hold neither spaces nor '+': " + name);
        }
        if (key.length != algorithm.keyLength()) {
            throw new Unreadable(
                    "key of %s: %d bytes instead of %d".formatted(name, key.length, algorithm.keyLength()));
        }
    }

    static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i); // no space lies beyond the characters of one char
            if (c == '+' || c < ' ' || Character.isSpaceChar(c)) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /** @throws Unreadable also if the digits in the middle are not those of the key */
    public static NoteKey parse(String text) {
        var parts = text.split("\\+", PARTS);
        if (parts.length != PARTS) {
            throw new Unreadable("key: not 'name+id+base64': " + text);
        }
        byte[] all = Strict.base64("key of " + parts[0], parts[2]);
        for (var algorithm : Algorithm.values()) {
            byte[] prefix = algorithm.prefix();
            if (all.length > prefix.length && Arrays.equals(prefix, Arrays.copyOf(all, prefix.length))) {
                var key = new NoteKey(parts[0], algorithm, Arrays.copyOfRange(all, prefix.length, all.length));
                if (!key.hex().equals(parts[1])) {
                    throw new Unreadable("key of %s: its id is %s, not %s".formatted(parts[0], key.hex(), parts[1]));
                }
                return key;
            }
        }
        throw new Unreadable("key of " + parts[0] + ": of a kind that is not known here");
    }

    /** The first four bytes of the digest of name, algorithm and key. */
    public int id() {
        var digest = Hash.sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(typed());
        return ByteBuffer.wrap(digest.digest()).getInt();
    }

    private String hex() {
        return HexFormat.of().toHexDigits(id());
    }

    private byte[] typed() {
        byte[] prefix = algorithm.prefix();
        return ByteBuffer.allocate(prefix.length + key.length)
                .put(prefix)
                .put(key)
                .array();
    }

    boolean verifies(String text, byte[] signature) {
        return algorithm.verifies(key, text, signature);
    }

    public String format() {
        return name + "+" + hex() + "+" + Base64.getEncoder().encodeToString(typed());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteKey it && format().equals(it.format());
    }

    @Override
    public int hashCode() {
        return format().hashCode();
    }

    @Override
    public String toString() {
        return format();
    }
}
