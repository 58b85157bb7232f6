package io.chengyun.platform.intake.duplicates;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What of a request counts when duplicates are looked for (查重特征).
 *
 * @param addressCode the door or place its address names; null where it names none
 * @param exact whether the point is where it is, and not somewhere in a road or town
 */
record Trace(
        String id,
        String service,
        @Nullable String addressCode,
        double lon,
        double lat,
        boolean exact,
        Instant at,
        String words) {

    private static final double METRES_A_DEGREE = 111_195;

    /** The order in which they came; of two at the same time the one with the smaller number did first, 10 after 9. */
    static final Comparator<Trace> ORDER = Comparator.comparing(Trace::at)
            .thenComparing(trace -> trace.id().length())
            .thenComparing(Trace::id);

    boolean isBefore(Trace other) {
        return ORDER.compare(this, other) < 0;
    }

    double metresTo(Trace other) {
        double north = (other.lat - lat) * METRES_A_DEGREE;
        double east = (other.lon - lon) * METRES_A_DEGREE * Math.cos(Math.toRadians(lat));
        return Math.hypot(north, east);
    }

    /** The major class (大类) of a code such as 0506 or P0101; null for other codes, which stand under none. */
    @Nullable
    String major() {
        return service.matches("P?\\d{4}") ? service.substring(0, service.length() - 2) : null;
    }
}
