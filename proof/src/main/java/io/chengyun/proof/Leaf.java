package io.chengyun.proof;

import io.chengyun.proof.sm.Sm3;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;

/**
 * What the log holds of one record (叶): a promise of its words without a word of it. It can be checked by whoever is shown the
 * record and its salt; when the salt is gone, it says nothing about anybody, and every proof over it still stands.
 *
 * @param at when it happened, to the millisecond
 * @param actor id of the key of the organisation that acted; 0 where the house acted by itself
 * @param sha256 digest of salt and record, 32 bytes
 * @param sm3 the same with SM3 (GB/T 32905)
 */
public record Leaf(Instant at, int actor, byte[] sha256, byte[] sm3) {

    public static final int LENGTH = 1 + Long.BYTES + Integer.BYTES + 2 * Hash.LENGTH;

    private static final byte VERSION = 1;

    /** The leaf of a record. */
    public static Leaf of(Instant at, int actor, byte[] salt, byte[] record) {
        return new Leaf(at, actor, sha256(salt, record), sm3(salt, record));
    }

    /** @throws Unreadable if it is of another version or length */
    public static Leaf parse(byte[] entry) {
        if (entry.length != LENGTH || entry[0] != VERSION) {
            throw new Unreadable("leaf: %d bytes of version %d; version %d with %d bytes is read here"
                    .formatted(entry.length, entry.length == 0 ? 0 : entry[0], VERSION, LENGTH));
        }
        var bytes = ByteBuffer.wrap(entry, 1, LENGTH - 1);
        var at = Instant.ofEpochMilli(bytes.getLong());
        int actor = bytes.getInt();
        var sha256 = new byte[Hash.LENGTH];
        var sm3 = new byte[Hash.LENGTH];
        bytes.get(sha256).get(sm3);
        return new Leaf(at, actor, sha256, sm3);
    }

    /** The entry as it stands in the log. */
    public byte[] toBytes() {
        return ByteBuffer.allocate(LENGTH)
                .put(VERSION)
                .putLong(at.toEpochMilli())
                .putInt(actor)
                .put(sha256)
                .put(sm3)
                .array();
    }

    /** Whether this is what was promised; both digests have to agree. */
    public boolean promises(byte[] salt, byte[] record) {
        return MessageDigest.isEqual(sha256, sha256(salt, record)) && MessageDigest.isEqual(sm3, sm3(salt, record));
    }

    private static byte[] sha256(byte[] salt, byte[] record) {
        var digest = Hash.sha256();
        digest.update(salt);
        return digest.digest(record);
    }

    private static byte[] sm3(byte[] salt, byte[] record) {
        return new Sm3().update(salt).update(record).digest();
    }
}
