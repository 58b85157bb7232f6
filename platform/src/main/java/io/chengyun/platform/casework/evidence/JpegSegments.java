package io.chengyun.platform.casework.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A JPEG taken apart (JPEG 段): only what draws the image is put together again. Camera notes, colour profiles, comments,
 * previews and whatever follows the end stay behind; what is not known is refused.
 */
final class JpegSegments {

    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int ADOBE = 0xEE;
    private static final int COMMENT = 0xFE;
    private static final int ADOBE_LENGTH = 12;
    /** Real images have some hundreds of bytes of tables a scan; more would be something else. */
    private static final int MOST_TABLES = 32_768;
    /** House's own JFIF: no density, no preview. */
    private static final byte[] JFIF = {'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0};

    private final byte[] bytes;
    private final long pixels;
    private final ByteArrayOutputStream drawing = new ByteArrayOutputStream();
    private int at = 2;
    private int tables;
    private boolean jfif;
    private boolean framed;
    private boolean scanned;
    private byte @Nullable [] exif;

    JpegSegments(byte[] bytes, long pixels) {
        this.bytes = bytes;
        this.pixels = pixels;
        while (next()) {}
        if (!scanned) {
            throw Picture.torn();
        }
    }

    /** The camera's notes as they stood there; null without. */
    byte @Nullable [] exif() {
        return exif;
    }

    /** The image alone; how it is to be turned is said by the house, in a segment that holds nothing else. */
    byte[] image(int orientation) {
        var image = new ByteArrayOutputStream(drawing.size() + 64);
        image.write(0xFF);
        image.write(SOI);
        if (jfif) {
            write(image, APP0, JFIF);
        }
        if (orientation != CameraNotes.UPRIGHT) {
            write(image, APP1, CameraNotes.onlyOrientation(orientation));
        }
        image.writeBytes(drawing.toByteArray());
        return image.toByteArray();
    }

    /** Takes one segment; false after the end of the image. */
    private boolean next() {
        int marker = marker();
        if (marker == EOI) {
            drawing.write(0xFF);
            drawing.write(EOI);
            return false;
        }
        int length = (at(at) << 8) + at(at + 1);
        var content = Picture.part(bytes, at + 2, length - 2, null);
        at += length;
        take(marker, content);
        return true;
    }

    private void take(int marker, byte[] content) {
        if (marker == SOS) {
            scan(content);
        } else if (isFrame(marker)) {
            frame(marker, content);
        } else if (marker == 0xC4 || marker == 0xDB || marker == 0xCC || marker == 0xDD) {
            tables(marker, content);
        } else if (marker == ADOBE) {
            adobe(content);
        } else if (marker >= APP0 && marker <= 0xEF) {
            note(marker, content);
        } else if (marker != COMMENT) {
            throw Picture.torn();
        }
    }

    private int marker() {
        if (at(at) != 0xFF) {
            throw Picture.torn();
        }
        while (at(at) == 0xFF) {
            at++;
        }
        return at(at++);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private void frame(int marker, byte[] content) {
        if (framed || content.length < 6 || content.length != 6 + 3 * (content[5] & 0xFF)) {
            throw Picture.torn();
        }
        framed = true;
        Picture.checkPixels(unsigned(content, 3), unsigned(content, 1), pixels);
        write(drawing, marker, content);
    }

    private void tables(int marker, byte[] content) {
        tables += content.length;
        if (tables > MOST_TABLES) {
            throw Picture.torn();
        }
        write(drawing, marker, content);
    }

    /** Says only which colours the components are. */
    private void adobe(byte[] content) {
        if (content.length == ADOBE_LENGTH && text(content, 5).equals("Adobe")) {
            var own = Arrays.copyOf(new byte[] {'A', 'd', 'o', 'b', 'e', 0, 100}, ADOBE_LENGTH);
            own[ADOBE_LENGTH - 1] = content[ADOBE_LENGTH - 1];
            write(drawing, ADOBE, own);
        }
    }

    private void note(int marker, byte[] content) {
        jfif |= marker == APP0 && text(content, 5).equals("JFIF\0");
        if (marker == APP1 && exif == null && text(content, 6).equals("Exif\0\0")) {
            exif = Arrays.copyOfRange(content, 6, content.length);
        }
    }

    /** The drawing itself, up to the next marker that is neither a stuffed byte nor a restart. */
    private void scan(byte[] content) {
        if (!framed || content.length < 1 || content.length != 4 + 2 * (content[0] & 0xFF)) {
            throw Picture.torn();
        }
        scanned = true;
        write(drawing, SOS, content);
        int from = at;
        while (at(at) != 0xFF || isDrawing(at(at + 1))) {
            at += at(at) == 0xFF ? 2 : 1;
        }
        drawing.write(bytes, from, at - from);
    }

    private static boolean isDrawing(int second) {
        return second == 0 || (second >= 0xD0 && second <= 0xD7);
    }

    private int at(int index) {
        if (index >= bytes.length) {
            throw Picture.torn();
        }
        return bytes[index] & 0xFF;
    }

    private static long unsigned(byte[] content, int from) {
        return ((content[from] & 0xFF) << 8) + (content[from + 1] & 0xFF);
    }

    private static String text(byte[] content, int length) {
        return new String(content, 0, Math.min(length, content.length), StandardCharsets.ISO_8859_1);
    }

    private static void write(ByteArrayOutputStream to, int marker, byte[] content) {
        int length = content.length + 2;
        to.write(0xFF);
        to.write(marker);
        to.write(length >> 8);
        to.write(length);
        to.writeBytes(content);
    }
}
