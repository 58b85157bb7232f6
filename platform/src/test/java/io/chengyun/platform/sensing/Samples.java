package io.chengyun.platform.sensing;

import io.chengyun.platform.place.ObservedProperty;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/** Values that several tests of sensing use. */
final class Samples {

    static final ObservedProperty RAINFALL =
            new ObservedProperty("rainfall", "雨量", "Rainfall", "mm", 0, 300, Duration.ofHours(1));

    private Samples() {}

    /** SHA-256 over stream id, instant and value, again and again, as the journal's digest describes it. */
    static String sha256(Object... words) {
        var bytes = ByteBuffer.allocate(words.length * Long.BYTES);
        for (var word : words) {
            if (word instanceof Instant at) {
                bytes.putLong(Math.multiplyExact(at.toEpochMilli(), 1_000L));
            } else if (word instanceof Double value) {
                bytes.putLong(Double.doubleToLongBits(value));
            } else {
                bytes.putLong((Long) word);
            }
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
