package io.chengyun.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A digest (摘要) of the tree: SHA-256, 32 bytes, of a leaf, of a node, or of nothing (RFC 6962, 2.1). */
public final class Hash {

    public static final int LENGTH = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final ThreadLocal<MessageDigest> DIGESTS = new ThreadLocal<>() {
        @Override
        protected MessageDigest initialValue() {
            return sha256();
        }
    };

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The root of a tree without leaves. */
    public static Hash ofNothing() {
        return new Hash(DIGESTS.get().digest());
    }

    public static Hash ofLeaf(byte[] entry) {
        var digest = DIGESTS.get();
        digest.update(LEAF);
        return new Hash(digest.digest(entry));
    }

    public static Hash ofNode(Hash left, Hash right) {
        var digest = DIGESTS.get();
        digest.update(NODE);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    /** The 32 bytes that begin at {@code from}. */
    public static Hash read(byte[] all, int from) {
        return new Hash(Arrays.copyOfRange(all, from, from + LENGTH));
    }

    /** @throws Unreadable unless it is base64, strictly, of 32 bytes */
    public static Hash parse(String base64) {
        byte[] bytes = Strict.base64("hash", base64);
        if (bytes.length != LENGTH) {
            throw new Unreadable("hash: " + bytes.length + " bytes instead of " + LENGTH);
        }
        return new Hash(bytes);
    }

    /** Puts the 32 bytes there. */
    public void write(byte[] all, int to) {
        System.arraycopy(bytes, 0, all, to, LENGTH);
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    public String toBase64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** In hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
