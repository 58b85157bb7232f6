package io.chengyun.platform.casework.evidence;

import io.chengyun.kernel.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An image without anything beside the image (净图): what is kept of a photo, and what its camera had noted. */
final class Picture {

    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    /** An archive's directory ends so, at most this far before the end of the file. */
    private static final String ARCHIVE_END = "PK\u0005\u0006";

    private static final int ARCHIVE_TAIL = 65_557;

    private final String type;
    private final byte[] bytes;
    private final CameraNotes notes;

    private Picture(String type, byte[] bytes, CameraNotes notes) {
        this.type = type;
        this.bytes = bytes;
        this.notes = notes;
    }

    /**
     * Takes the image out of what was sent; refuses what is no whole JPEG or PNG, and what is something else besides.
     *
     * @param pixels most that are taken, counted by the header
     */
    static Picture of(byte[] sent, long pixels) {
        if (beginsWith(sent, JPEG)) {
            var segments = new JpegSegments(sent, pixels);
            var notes = CameraNotes.read(segments.exif());
            return new Picture("image/jpeg", single(segments.image(notes.orientation())), notes);
        }
        if (beginsWith(sent, PNG)) {
            var chunks = new PngChunks(sent, pixels);
            return new Picture("image/png", single(chunks.image()), CameraNotes.read(chunks.exif()));
        }
        throw new Refused(PhotoRefusal.NO_IMAGE);
    }

    String type() {
        return type;
    }

    byte[] bytes() {
        return bytes;
    }

    CameraNotes notes() {
        return notes;
    }

    /** Refuses an image whose own data was made to be read as an archive or a page as well. */
    private static byte[] single(byte[] image) {
        var text = new String(image, StandardCharsets.ISO_8859_1);
        boolean archive = text.indexOf(ARCHIVE_END, Math.max(0, text.length() - ARCHIVE_TAIL)) >= 0;
        var lower = text.toLowerCase(Locale.ROOT);
        if (archive || Stream.of("<script", "<html", "<svg ", "<?php").anyMatch(lower::contains)) {
            throw new Refused(PhotoRefusal.SECOND_MEANING);
        }
        return image;
    }

    private static boolean beginsWith(byte[] bytes, byte[] mark) {
        return bytes.length > mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    /** What breaks off, or does not follow its format. */
    static Refused torn() {
        return new Refused(PhotoRefusal.NO_IMAGE);
    }

    /** Refuses more pixels than are taken, before anything is unpacked. */
    static void checkPixels(long width, long height, long most) {
        if (width < 1 || height < 1) {
            throw torn();
        }
        // Divided, not multiplied: the product of two such numbers may be too large for any number.
        if (width > most / height) {
            throw new Refused(PhotoRefusal.TOO_LARGE);
        }
    }

    /** A part of the bytes; refuses where they end before it. */
    static byte[] part(byte[] bytes, int from, int length, @Nullable Integer wanted) {
        if (length < 0 || from < 0 || from > bytes.length - length || (wanted != null && wanted != length)) {
            throw torn();
        }
        return Arrays.copyOfRange(bytes, from, from + length);
    }
}
