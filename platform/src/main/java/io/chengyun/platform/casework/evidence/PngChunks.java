package io.chengyun.platform.casework.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A PNG taken apart (PNG 块): only the chunks that draw the image are kept, and they unpack to exactly the pixels that the
 * header names, no byte more.
 */
final class PngChunks {

    private static final int SIGNATURE = 8;
    private static final int FRAME = 12;
    private static final int HEADER = 13;
    private static final int PALETTE = 768;
    private static final Set<String> DRAWING = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    /** Where Adam7 begins in each pass, and how far apart its pixels are: column, row, columns apart, rows apart. */
    private static final int[][] ADAM7 = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private final byte[] bytes;
    private final ByteArrayOutputStream image = new ByteArrayOutputStream();
    private final Inflater inflater = new Inflater();
    private final byte[] bucket = new byte[8192];
    private long unpacked;
    private byte @Nullable [] header;
    private byte @Nullable [] exif;

    PngChunks(byte[] bytes, long pixels) {
        this.bytes = bytes;
        image.write(bytes, 0, SIGNATURE);
        try {
            takeAll(pixels);
        } finally {
            inflater.end();
        }
    }

    byte @Nullable [] exif() {
        return exif;
    }

    byte[] image() {
        return image.toByteArray();
    }

    private void takeAll(long pixels) {
        int at = SIGNATURE;
        var name = "";
        while (!name.equals("IEND")) {
            var frame = ByteBuffer.wrap(Picture.part(bytes, at, 8, null));
            int length = frame.getInt();
            name = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
            var content = Picture.part(bytes, at + 8, length, null);
            check(at, length);
            take(name, content, pixels);
            if (DRAWING.contains(name)) {
                image.write(bytes, at, FRAME + length);
            }
            at += FRAME + length;
        }
        if (header == null || !inflater.finished() || unpacked != expected(header)) {
            throw Picture.torn();
        }
    }

    private void check(int at, int length) {
        var sum = new CRC32();
        sum.update(bytes, at + 4, length + 4);
        var said =
                ByteBuffer.wrap(Picture.part(bytes, at + 8 + length, 4, null)).getInt();
        if ((int) sum.getValue() != said) {
            throw Picture.torn();
        }
    }

    private void take(String name, byte[] content, long pixels) {
        boolean first = header == null;
        if (first != name.equals("IHDR")) {
            throw Picture.torn();
        }
        switch (name) {
            case "IHDR" -> header(content, pixels);
            case "IDAT" -> unpack(content);
            case "PLTE", "tRNS" -> Picture.part(content, 0, content.length, Math.min(content.length, PALETTE));
            case "IEND" -> Picture.part(content, 0, content.length, 0);
            case "eXIf" -> exif = content;
            default -> {} // stays behind
        }
    }

    private void header(byte[] content, long pixels) {
        Picture.part(content, 0, content.length, HEADER);
        header = content;
        var said = ByteBuffer.wrap(content);
        Picture.checkPixels(Integer.toUnsignedLong(said.getInt()), Integer.toUnsignedLong(said.getInt()), pixels);
    }

    /** Unpacks into nothing, to see that there is as much as the header says: never more is held than one bucket. */
    private void unpack(byte[] content) {
        inflater.setInput(content);
        long most = expected(Picture.part(bytes, SIGNATURE + 8, HEADER, null));
        try {
            while (!inflater.needsInput() && !inflater.finished()) {
                int some = inflater.inflate(bucket);
                unpacked += some;
                if (unpacked > most || (some == 0 && inflater.needsDictionary())) {
                    throw Picture.torn();
                }
            }
        } catch (DataFormatException wrong) {
            throw Picture.torn();
        }
        if (inflater.finished() && inflater.getRemaining() > 0) {
            throw Picture.torn();
        }
    }

    /** Bytes of the unpacked image: each row of each pass has one byte of its filter. */
    private static long expected(byte[] header) {
        var said = ByteBuffer.wrap(header);
        long width = Integer.toUnsignedLong(said.getInt());
        long height = Integer.toUnsignedLong(said.getInt());
        int bits = said.get() * samples(said.get());
        said.getShort();
        if (said.get() == 0) {
            return pass(width, height, bits);
        }
        return Arrays.stream(ADAM7)
                .mapToLong(pass -> pass(
                        (width - pass[0] + pass[2] - 1) / pass[2], (height - pass[1] + pass[3] - 1) / pass[3], bits))
                .sum();
    }

    private static long pass(long columns, long rows, int bits) {
        return columns <= 0 || rows <= 0 ? 0 : rows * (1 + (columns * bits + 7) / 8);
    }

    private static int samples(byte colour) {
        return switch (colour) {
            case 0, 3 -> 1;
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> throw Picture.torn();
        };
    }
}
