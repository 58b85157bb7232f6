package io.chengyun.platform.casework.evidence.voice;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An Ogg Opus taken apart (Ogg 页): one stream, whose comments are emptied where they stand and sealed anew (RFC 3533, RFC 7845).
 * What is no Opus is refused.
 */
final class OggPages {

    private static final byte[] CAPTURE = {'O', 'g', 'g', 'S'};
    private static final byte[] HEAD = "OpusHead".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] TAGS = "OpusTags".getBytes(StandardCharsets.ISO_8859_1);
    private static final int FRAME = 27;
    private static final int SERIAL = 14;
    private static final int SEAL = 22;
    private static final int LACES = 26;
    private static final int LONGEST_LACE = 255;
    private static final int FIRST = 2;
    private static final int POLYNOMIAL = 0x04C11DB7;

    private final byte[] bytes;
    /** Whether the comments still go on. */
    private boolean tells = true;

    private OggPages(byte[] sent) {
        bytes = sent.clone();
    }

    static byte[] bare(byte[] sent) {
        var pages = new OggPages(sent);
        int number = 0;
        int at = 0;
        while (at < sent.length) {
            at = pages.take(at, number++);
        }
        if (pages.tells) {
            throw Voice.torn();
        }
        return pages.bytes;
    }

    /** Where the next page begins. */
    private int take(int at, int number) {
        Voice.require(bytes, at, FRAME);
        int laces = bytes[at + LACES] & 0xFF;
        int from = at + FRAME + laces;
        Voice.require(bytes, at, FRAME + laces);
        int length = 0;
        for (int i = at + FRAME; i < from; i++) {
            length += bytes[i] & 0xFF;
        }
        Voice.require(bytes, from, length);
        boolean first = (bytes[at + 5] & FIRST) != 0;
        boolean same = Arrays.equals(bytes, at + SERIAL, at + SERIAL + 4, bytes, SERIAL, SERIAL + 4);
        if (!says(at, CAPTURE) || !same || first != (number == 0)) {
            throw Voice.torn();
        }
        if (number == 0) {
            begin(from, HEAD, length);
        } else if (tells) {
            empty(at, from, length, number == 1);
        }
        return from + length;
    }

    private void begin(int from, byte[] mark, int length) {
        if (length < 2 * mark.length || !says(from, mark)) {
            throw Voice.torn();
        }
    }

    /** Empties a page of comments: no maker, no comment, and room that says nothing. */
    private void empty(int at, int from, int length, boolean first) {
        if (first) {
            begin(from, TAGS, length);
        }
        int lastLace = bytes[from - 1] & 0xFF;
        for (int i = at + FRAME; i < from - 1; i++) {
            if ((bytes[i] & 0xFF) != LONGEST_LACE) {
                throw Voice.torn(); // the comments end where their page ends
            }
        }
        Arrays.fill(bytes, first ? from + TAGS.length : from, from + length, (byte) 0);
        tells = lastLace == LONGEST_LACE;
        seal(at, from + length);
    }

    private void seal(int at, int end) {
        Arrays.fill(bytes, at + SEAL, at + SEAL + 4, (byte) 0);
        int sum = 0;
        for (int i = at; i < end; i++) {
            sum ^= bytes[i] << 24;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                sum = sum << 1 ^ (sum < 0 ? POLYNOMIAL : 0);
            }
        }
        for (int i = 0; i < 4; i++) {
            bytes[at + SEAL + i] = (byte) (sum >>> (8 * i));
        }
    }

    private boolean says(int from, byte[] mark) {
        return from + mark.length <= bytes.length
                && Arrays.equals(bytes, from, from + mark.length, mark, 0, mark.length);
    }
}
