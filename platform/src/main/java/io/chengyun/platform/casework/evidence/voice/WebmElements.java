package io.chengyun.platform.casework.evidence.voice;

import java.util.Arrays;
import java.util.Set;

/**
 * A WebM taken apart (WebM 元素): what the sound needs stays where it is; tags, attachments, names, dates and whatever is not known
 * become room that says nothing, of the same length, so that nothing else has to move (RFC 9559, RFC 8794).
 */
final class WebmElements {

    /** Segment, Info, Tracks, TrackEntry and Cluster: what they hold is looked at one by one. */
    private static final Set<Integer> OPENED = Set.of(0x18538067, 0x1549A966, 0x1654AE6B, 0xAE, 0x1F43B675);

    /** The head of the file; SeekHead, Cues; scale and duration; what a track and its codec are; what a cluster holds. */
    private static final Set<Integer> KEPT = Set.of(
            0x1A45DFA3,
            0x114D9B74,
            0x1C53BB6B,
            0x2AD7B1,
            0x4489,
            0xD7,
            0x73C5,
            0x83,
            0xB9,
            0x88,
            0x55AA,
            0x9C,
            0x6DE7,
            0x6DF8,
            0x23E383,
            0x55EE,
            0x86,
            0x63A2,
            0x56AA,
            0x56BB,
            0xAA,
            0x22B59C,
            0xE1,
            0xE7,
            0xA7,
            0xAB,
            0xA3,
            0xA0);

    /** MuxingApp and WritingApp: they must be there, and may be empty. */
    private static final Set<Integer> EMPTIED = Set.of(0x4D80, 0x5741);

    private static final int VOID = 0xEC;
    private static final int LONGEST_ID = 4;
    private static final int LONGEST_SIZE = 8;
    private static final long UNKNOWN = -1;

    private final byte[] bytes;

    private WebmElements(byte[] sent) {
        bytes = sent.clone();
    }

    static byte[] bare(byte[] sent) {
        var elements = new WebmElements(sent);
        int at = 0;
        while (at < sent.length) {
            at = elements.take(at);
        }
        return elements.bytes;
    }

    /** Where the next element begins: inside one that is opened, behind any other. */
    private int take(int at) {
        int idLength = length(at, LONGEST_ID);
        int id = (int) number(at, idLength);
        int sizeLength = length(at + idLength, LONGEST_SIZE);
        int from = at + idLength + sizeLength;
        if (OPENED.contains(id)) {
            return from;
        }
        long size = size(at + idLength, sizeLength);
        Voice.require(bytes, from, size);
        int end = from + (int) size;
        if (EMPTIED.contains(id)) {
            Arrays.fill(bytes, from, end, (byte) 0);
        } else if (!KEPT.contains(id)) {
            silence(at, idLength + sizeLength, end);
        }
        return end;
    }

    /** Makes an element one that says nothing, which takes the same room. */
    private void silence(int at, int headLength, int end) {
        int sizeLength = Math.min(LONGEST_SIZE, headLength - 1);
        int from = at + 1 + sizeLength;
        long said = (end - from) | 1L << (7 * sizeLength);
        bytes[at] = (byte) VOID;
        for (int i = 0; i < sizeLength; i++) {
            bytes[from - 1 - i] = (byte) (said >>> (8 * i));
        }
        Arrays.fill(bytes, from, end, (byte) 0);
    }

    /** How many bytes a number has, by the zeros before its first bit. */
    private int length(int at, int longest) {
        Voice.require(bytes, at, 1);
        int length = Integer.numberOfLeadingZeros(bytes[at] & 0xFF) - Integer.SIZE + Byte.SIZE + 1;
        if (length > longest) {
            throw Voice.torn();
        }
        Voice.require(bytes, at, length);
        return length;
    }

    private long size(int at, int length) {
        long mark = 1L << (7 * length);
        long size = number(at, length) - mark;
        return size == mark - 1 ? UNKNOWN : size;
    }

    private long number(int at, int length) {
        long number = 0;
        for (int i = at; i < at + length; i++) {
            number = number << 8 | bytes[i] & 0xFF;
        }
        return number;
    }
}
