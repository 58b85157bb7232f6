package io.chengyun.platform.casework.evidence;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.place.Position;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.ImageIO;

/**
 * A photograph as evidence (照片): what it shows stays here, its id goes into the journal.
 *
 * @param id SHA-256 of the bytes, hexadecimal
 * @param type {@code image/jpeg} or {@code image/png}, by content
 * @param position where it was taken
 */
@SuppressWarnings("ArrayRecordComponent") // compared by id only, never by value
public record Photo(String id, String type, byte[] bytes, Position position, Instant takenAt) {

    private static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final long MOST_PIXELS = 50_000_000L;
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /** Takes in a photo; refuses what is no whole JPEG or PNG image or too large, whatever its name says. */
    public static Photo of(byte[] bytes, Position position, Instant takenAt, Instant now) {
        if (bytes.length > MOST_BYTES) {
            throw new Refused(PhotoRefusal.TOO_LARGE);
        }
        if (takenAt.isAfter(now.plus(CLOCKS_DIFFER_BY))) {
            throw new Malformed("at", "a photo is not taken in the future");
        }
        var type = type(bytes);
        checkPixels(bytes);
        return new Photo(digest(bytes), type, bytes.clone(), position, takenAt);
    }

    private static String type(byte[] bytes) {
        if (beginsWith(bytes, JPEG)) {
            return "image/jpeg";
        }
        if (beginsWith(bytes, PNG)) {
            return "image/png";
        }
        throw new Refused(PhotoRefusal.NO_IMAGE);
    }

    private static boolean beginsWith(byte[] bytes, byte[] mark) {
        return bytes.length > mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    private static void checkPixels(byte[] bytes) {
        try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new Refused(PhotoRefusal.NO_IMAGE);
            }
            var reader = readers.next();
            reader.setInput(stream);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            reader.dispose();
            if (pixels > MOST_PIXELS) {
                throw new Refused(PhotoRefusal.TOO_LARGE);
            }
        } catch (IOException | IllegalArgumentException torn) {
            throw new Refused(PhotoRefusal.NO_IMAGE);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
