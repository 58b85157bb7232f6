package io.chengyun.proof.sm;

import java.nio.ByteBuffer;

/** SM3 (杂凑算法), a digest of 32 bytes (GB/T 32905-2016). For one message, by one thread. */
public final class Sm3 {

    private static final int BLOCK = 64;
    private static final int LENGTH_AT = BLOCK - Long.BYTES;
    private static final int WORDS = 68;
    private static final int ROUNDS = 64;
    private static final int EARLY = 16;
    private static final int[] START = {
        0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e
    };
    /** Each round's constant, turned as far as the round is. */
    private static final int[] TURNED = new int[ROUNDS];

    static {
        for (int j = 0; j < ROUNDS; j++) {
            TURNED[j] = Integer.rotateLeft(j < EARLY ? 0x79cc4519 : 0x7a879d8a, j);
        }
    }

    private final int[] state = START.clone();
    private final int[] words = new int[WORDS];
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK);
    private long length;

    public Sm3 update(byte[] bytes) {
        length += bytes.length;
        int at = 0;
        while (at < bytes.length) {
            int some = Math.min(block.remaining(), bytes.length - at);
            block.put(bytes, at, some);
            at += some;
            if (!block.hasRemaining()) {
                compress();
            }
        }
        return this;
    }

    /** Ends the message. */
    public byte[] digest() {
        block.put((byte) 0x80);
        if (block.remaining() < Long.BYTES) {
            fill(BLOCK);
            compress();
        }
        fill(LENGTH_AT);
        block.putLong(length * Byte.SIZE);
        compress();
        var digest = ByteBuffer.allocate(state.length * Integer.BYTES);
        for (int word : state) {
            digest.putInt(word);
        }
        return digest.array();
    }

    private void fill(int to) {
        while (block.position() < to) {
            block.put((byte) 0);
        }
    }

    private void compress() {
        expand();
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        int e = state[4];
        int f = state[5];
        int g = state[6];
        int h = state[7];
        for (int j = 0; j < ROUNDS; j++) {
            int a12 = Integer.rotateLeft(a, 12);
            int ss1 = Integer.rotateLeft(a12 + e + TURNED[j], 7);
            boolean early = j < EARLY;
            int ff = early ? a ^ b ^ c : a & b | a & c | b & c;
            int gg = early ? e ^ f ^ g : e & f | ~e & g;
            int tt1 = ff + d + (ss1 ^ a12) + (words[j] ^ words[j + 4]);
            int tt2 = gg + h + ss1 + words[j];
            d = c;
            c = Integer.rotateLeft(b, 9);
            b = a;
            a = tt1;
            h = g;
            g = Integer.rotateLeft(f, 19);
            f = e;
            e = tt2 ^ Integer.rotateLeft(tt2, 9) ^ Integer.rotateLeft(tt2, 17);
        }
        int[] turned = {a, b, c, d, e, f, g, h};
        for (int i = 0; i < turned.length; i++) {
            state[i] ^= turned[i];
        }
        block.clear();
    }

    private void expand() {
        block.flip();
        for (int j = 0; j < WORDS; j++) {
            words[j] = j < EARLY ? block.getInt() : spread(j);
        }
    }

    private int spread(int j) {
        int mixed = words[j - 16] ^ words[j - 9] ^ Integer.rotateLeft(words[j - 3], 15);
        int permuted = mixed ^ Integer.rotateLeft(mixed, 15) ^ Integer.rotateLeft(mixed, 23);
        return permuted ^ Integer.rotateLeft(words[j - 13], 7) ^ words[j - 6];
    }
}
