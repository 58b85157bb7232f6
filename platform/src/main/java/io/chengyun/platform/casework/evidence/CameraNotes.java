package io.chengyun.platform.casework.evidence;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.place.Position;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a camera noted in a photo (相机记录, EXIF): of all of it the place, the time and how the image is turned, no more.
 * Notes that are torn say nothing.
 */
final class CameraNotes {

    static final int UPRIGHT = 1;

    private static final int TURNED_MOST = 8;
    private static final int ORIENTATION = 0x0112;
    private static final int MORE = 0x8769;
    private static final int PLACE = 0x8825;
    private static final int TAKEN = 0x9003;
    private static final int OFFSET = 0x9011;
    private static final int SHORT = 3;
    private static final int MOST_NOTES = 512;
    private static final int LONGEST_TEXT = 64;
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss");
    private static final byte[] NOTHING = new byte[8];

    private final ByteBuffer tiff;
    private final Map<Integer, Integer> main;
    private final Map<Integer, Integer> more;
    private final Map<Integer, Integer> place;

    private CameraNotes(byte[] bytes) {
        tiff = ByteBuffer.wrap(bytes);
        tiff.order(bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        main = directory(number(4));
        more = below(MORE);
        place = below(PLACE);
    }

    /** Reads the notes, which may be absent. */
    static CameraNotes read(byte @Nullable [] exif) {
        try {
            return new CameraNotes(exif == null || exif.length < NOTHING.length ? NOTHING : exif);
        } catch (IndexOutOfBoundsException torn) {
            return new CameraNotes(NOTHING);
        }
    }

    /** Notes that say only how the image is turned, with the mark before them. */
    static byte[] onlyOrientation(int orientation) {
        return ByteBuffer.allocate(32)
                .put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) ORIENTATION)
                .putShort((short) SHORT)
                .putInt(1)
                .putShort((short) orientation)
                .array();
    }

    /** How the image is turned, 1 to 8 as EXIF counts. */
    int orientation() {
        var entry = main.get(ORIENTATION);
        int said = entry == null ? UPRIGHT : tiff.getShort(entry + 8);
        return said >= UPRIGHT && said <= TURNED_MOST ? said : UPRIGHT;
    }

    /**
     * When it was taken.
     *
     * @param zone of the camera, where it does not say so itself
     */
    Optional<Instant> at(ZoneId zone) {
        try {
            var local = LocalDateTime.parse(text(more.get(TAKEN)), WRITTEN);
            var offset = text(more.get(OFFSET));
            return Optional.of(local.atZone(offset.isEmpty() ? zone : ZoneOffset.of(offset))
                    .toInstant());
        } catch (DateTimeException | IndexOutOfBoundsException unsaid) {
            return Optional.empty();
        }
    }

    /** Where it was taken. */
    Optional<Position> position() {
        var east = place.get(4);
        var north = place.get(2);
        if (east == null || north == null) {
            return Optional.empty();
        }
        try {
            double lon = degrees(east) * (text(place.get(3)).startsWith("W") ? -1 : 1);
            double lat = degrees(north) * (text(place.get(1)).startsWith("S") ? -1 : 1);
            return lon == 0 && lat == 0 ? Optional.empty() : Optional.of(new Position(lon, lat));
        } catch (IndexOutOfBoundsException | Malformed unsaid) {
            return Optional.empty();
        }
    }

    private Map<Integer, Integer> below(int tag) {
        var entry = main.get(tag);
        return entry == null ? Map.of() : directory(number(entry + 8));
    }

    /** Where each note of a directory lies, by its tag. */
    private Map<Integer, Integer> directory(int from) {
        var entries = new HashMap<Integer, Integer>();
        if (from <= 0) {
            return entries;
        }
        int count = Math.min(MOST_NOTES, Short.toUnsignedInt(tiff.getShort(from)));
        for (int entry = from + 2; entry < from + 2 + 12 * count; entry += 12) {
            tiff.getInt(entry + 8); // whole, or the notes are torn
            entries.putIfAbsent(Short.toUnsignedInt(tiff.getShort(entry)), entry);
        }
        return entries;
    }

    /** Text of up to four bytes stands in the note itself, longer text elsewhere. */
    private String text(@Nullable Integer entry) {
        if (entry == null) {
            return "";
        }
        int length = number(entry + 4);
        if (length < 0 || length > LONGEST_TEXT) {
            return "";
        }
        int from = length <= 4 ? entry + 8 : number(entry + 8);
        var text = new StringBuilder();
        for (int at = from; at < from + length && tiff.get(at) != 0; at++) {
            text.append((char) tiff.get(at));
        }
        return text.toString().strip();
    }

    /** Degrees, minutes and seconds, each a fraction. */
    private double degrees(int entry) {
        int from = number(entry + 8);
        return fraction(from) + fraction(from + 8) / 60 + fraction(from + 16) / 3600;
    }

    private double fraction(int from) {
        return (double) Integer.toUnsignedLong(number(from)) / Integer.toUnsignedLong(number(from + 4));
    }

    private int number(int at) {
        return tiff.getInt(at);
    }
}
