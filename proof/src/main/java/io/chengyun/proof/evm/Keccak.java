package io.chengyun.proof.evm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The digest of EVM chains (Keccak 摘要): Keccak-256, as it was before it became SHA-3 with another padding (FIPS 202, 3.2). */
public final class Keccak {

    public static final int LENGTH = 32;

    private static final int ROUNDS = 24;
    private static final int SIDE = 5;
    private static final int LANES = SIDE * SIDE;
    /** Bytes taken in between two permutations: 200 less twice the digest. */
    private static final int RATE = 136;

    private static final byte FIRST_OF_PADDING = 0x01;
    private static final byte LAST_OF_PADDING = (byte) 0x80;

    private static final long[] IOTA = iota();

    private Keccak() {}

    public static byte[] of(byte[] message) {
        var padded = new byte[(message.length / RATE + 1) * RATE];
        System.arraycopy(message, 0, padded, 0, message.length);
        padded[message.length] ^= FIRST_OF_PADDING;
        padded[padded.length - 1] ^= LAST_OF_PADDING;
        var lanes = ByteBuffer.wrap(padded).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
        var state = new long[LANES];
        while (lanes.hasRemaining()) {
            for (int lane = 0; lane < RATE / Long.BYTES; lane++) {
                state[lane] ^= lanes.get();
            }
            permute(state);
        }
        var digest = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        for (int lane = 0; lane < LENGTH / Long.BYTES; lane++) {
            digest.putLong(state[lane]);
        }
        return digest.array();
    }

    private static void permute(long[] state) {
        for (int round = 0; round < ROUNDS; round++) {
            theta(state);
            rhoAndPi(state);
            chi(state);
            state[0] ^= IOTA[round];
        }
    }

    private static void theta(long[] state) {
        var column = new long[SIDE];
        for (int lane = 0; lane < LANES; lane++) {
            column[lane % SIDE] ^= state[lane];
        }
        for (int lane = 0; lane < LANES; lane++) {
            int x = lane % SIDE;
            state[lane] ^= column[(x + 4) % SIDE] ^ Long.rotateLeft(column[(x + 1) % SIDE], 1);
        }
    }

    private static void rhoAndPi(long[] state) {
        int x = 1;
        int y = 0;
        long moved = state[x];
        for (int step = 1; step < LANES; step++) {
            int next = (2 * x + 3 * y) % SIDE;
            x = y;
            y = next;
            long there = state[x + SIDE * y];
            state[x + SIDE * y] = Long.rotateLeft(moved, step * (step + 1) / 2);
            moved = there;
        }
    }

    private static void chi(long[] state) {
        for (int row = 0; row < LANES; row += SIDE) {
            var before = new long[SIDE];
            System.arraycopy(state, row, before, 0, SIDE);
            for (int x = 0; x < SIDE; x++) {
                state[row + x] = before[x] ^ ~before[(x + 1) % SIDE] & before[(x + 2) % SIDE];
            }
        }
    }

    /** From the shift register of FIPS 202, 3.2.5. */
    private static long[] iota() {
        var constants = new long[ROUNDS];
        int register = 1;
        for (int round = 0; round < ROUNDS; round++) {
            for (int bit = 0; bit < 7; bit++) {
                constants[round] |= (register & 1L) << (1 << bit) - 1;
                register <<= 1;
                register ^= (register >> 8) * 0x171;
            }
        }
        return constants;
    }
}
