package io.chengyun.platform.casework.evidence.voice;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * An MP4 taken apart (MP4 盒): what the sound needs stays where it is; user data, notes and whatever is not known become free
 * room of the same length, so that nothing else has to move (ISO/IEC 14496-12).
 */
final class Mp4Boxes {

    /** What they hold is looked at one by one. */
    private static final Set<String> OPENED =
            Set.of("moov", "trak", "edts", "mdia", "minf", "dinf", "stbl", "mvex", "moof", "traf", "mfra");

    private static final Set<String> KEPT = Set.of(
            "ftyp", "styp", "mvhd", "tkhd", "elst", "mdhd", "hdlr", "smhd", "nmhd", "dref", "stsd", "stts", "stss",
            "stsc", "stsz", "stz2", "stco", "co64", "sgpd", "sbgp", "mehd", "trex", "mfhd", "tfhd", "tfdt", "trun",
            "mdat", "sidx", "tfra", "mfro");

    private static final byte[] FREE = {'f', 'r', 'e', 'e'};
    private static final int HEAD = 8;
    private static final int LONG_HEAD = 16;

    private Mp4Boxes() {}

    static byte[] bare(byte[] sent) {
        var bytes = sent.clone();
        int at = 0;
        while (at < bytes.length) {
            at = take(bytes, at);
        }
        return bytes;
    }

    /** Where the next box begins: inside one that is opened, behind any other. */
    private static int take(byte[] bytes, int at) {
        Voice.require(bytes, at, HEAD);
        var head = ByteBuffer.wrap(bytes, at, bytes.length - at);
        long said = Integer.toUnsignedLong(head.getInt());
        var name = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
        int headLength = said == 1 ? LONG_HEAD : HEAD;
        Voice.require(bytes, at, headLength);
        long size = said == 1 ? head.getLong(at + HEAD) : said == 0 ? bytes.length - at : said;
        if (size < headLength) {
            throw Voice.torn();
        }
        Voice.require(bytes, at, size);
        if (OPENED.contains(name)) {
            return at + headLength;
        }
        int end = at + (int) size;
        if (!KEPT.contains(name)) {
            System.arraycopy(FREE, 0, bytes, at + 4, FREE.length);
            Arrays.fill(bytes, at + headLength, end, (byte) 0);
        }
        return end;
    }
}
