package io.chengyun.platform.casework.evidence.voice;

import static io.chengyun.platform.casework.evidence.Snapshots.ascii;
import static io.chengyun.platform.casework.evidence.Snapshots.join;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Voice notes as phones record them, with what nobody needs to know: made in the test, byte by byte. */
public final class Sounds {

    static final String OWNER = "recorded by Mr Wang at home";
    static final byte[] SOUND = ascii("here is what was said");

    private Sounds() {}

    /** A live WebM: no lengths for Segment and Cluster, a title, a date, the maker, a track's name, tags. */
    public static byte[] webm() {
        var info = join(
                element("2AD7B1", new byte[] {15, 66, 64}),
                element("4461", new byte[8]),
                element("7BA9", ascii(OWNER)),
                element("4D80", ascii(OWNER)),
                element("5741", ascii(OWNER)));
        var track = join(element("D7", new byte[] {1}), element("536E", ascii(OWNER)), element("86", ascii("A_OPUS")));
        return join(
                element("1A45DFA3", new byte[] {0x42, (byte) 0x86, (byte) 0x81, 1}),
                hex("18538067" + "01FFFFFFFFFFFFFF"),
                element("1549A966", info),
                element("1654AE6B", element("AE", track)),
                hex("1F43B675" + "01FFFFFFFFFFFFFF"),
                element("E7", new byte[] {0}),
                element("A3", SOUND),
                element("1254C367", ascii(OWNER)));
    }

    static byte[] element(String id, byte[] content) {
        return join(hex(id), new byte[] {(byte) (0x80 | content.length)}, content);
    }

    /** An Ogg Opus whose comments name its owner. */
    static byte[] ogg(byte[] comments) {
        return join(page(2, 0, ascii("OpusHead\1\1\0\0\0\0\0\0\0\0\0")), page(0, 1, comments), page(4, 2, SOUND));
    }

    public static byte[] ogg() {
        return ogg(join(ascii("OpusTags"), hex("00000000" + "01000000"), ascii(OWNER)));
    }

    static byte[] page(int flags, int number, byte[] body) {
        var head = ByteBuffer.allocate(27 + body.length / 255 + 1);
        head.put(ascii("OggS")).put((byte) 0).put((byte) flags);
        head.position(14).put(ascii("WXYZ")).put((byte) number);
        head.position(26).put((byte) (body.length / 255 + 1));
        for (int left = body.length; left >= 255; left -= 255) {
            head.put((byte) 255);
        }
        head.put((byte) (body.length % 255));
        return join(head.array(), body);
    }

    /** An MP4 with user data beside the tracks and within one. */
    public static byte[] mp4() {
        var user = box("udta", ascii(OWNER));
        return join(
                box("ftyp", ascii("M4A \0\0\0\0")),
                box("moov", join(box("mvhd", new byte[100]), box("trak", join(box("tkhd", new byte[84]), user)), user)),
                box("uuid", ascii("0123456789abcdef" + OWNER)),
                box("mdat", SOUND));
    }

    static byte[] box(String name, byte[] content) {
        return join(ByteBuffer.allocate(4).putInt(content.length + 8).array(), ascii(name), content);
    }

    static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
