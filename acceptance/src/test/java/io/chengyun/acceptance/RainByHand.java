package io.chengyun.acceptance;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the rainstorm warnings must have been, worked out from hourly rain by rolling sums of 1 h and 6 h and knowing
 * nothing of the product.
 *
 * <p>Shanghai's rainstorm signals: 1 h over 35, 50, 80, 100 mm or 6 h over 50, 80, 100, 150 mm; the gravest that is
 * exceeded holds, and what exceeded 50 mm in 6 h stays blue at least until six hours were dry. When nothing holds any more the
 * quiet time runs; then the warning is lifted.
 */
final class RainByHand {

    private static final List<String> COLOURS = List.of("BLUE", "YELLOW", "ORANGE", "RED");
    private static final int[] IN_ONE_HOUR = {35, 50, 80, 100};
    private static final int[] IN_SIX_HOURS = {50, 80, 100, 150};

    private final NavigableMap<Instant, BigDecimal> rain;
    private final Duration quiet;

    /**
     * @param rain millimetres in the hour that ends at the key
     */
    RainByHand(NavigableMap<Instant, BigDecimal> rain, Duration quiet) {
        this.rain = rain;
        this.quiet = quiet;
    }

    /** How the warning stands from a moment on: a colour, EASED or LIFTED. */
    record Step(Instant at, String stands) {}

    /** Every change of the town's rainstorm warning, in order; of what happens at one moment, the outcome. */
    List<Step> steps() {
        var outcome = new TreeMap<Instant, String>();
        var stands = "LIFTED";
        @Nullable Instant liftAt = null;
        boolean event = false;
        for (var hour : rain.keySet()) {
            if (liftAt != null && !liftAt.isAfter(hour)) {
                outcome.put(liftAt, "LIFTED");
                stands = "LIFTED";
                liftAt = null;
            }
            event = sum(hour, 6).signum() > 0 && (event || exceeded(sum(hour, 6), IN_SIX_HOURS) > 0);
            var colour = event && colour(hour) == null ? COLOURS.get(0) : colour(hour);
            boolean eases = colour == null && COLOURS.contains(stands);
            if (eases) {
                liftAt = hour.plus(quiet);
                stands = "EASED";
            } else if (colour != null) {
                liftAt = null;
                stands = colour;
            }
            outcome.put(hour, stands);
        }
        if (liftAt != null) {
            outcome.put(liftAt, "LIFTED");
        }
        return changes(outcome);
    }

    /** The moments at which something else stood than before; at first nothing did. */
    static List<Step> changes(SortedMap<Instant, String> outcome) {
        var steps = new ArrayList<Step>();
        var before = "LIFTED";
        for (var moment : outcome.entrySet()) {
            if (!moment.getValue().equals(before)) {
                steps.add(new Step(moment.getKey(), moment.getValue()));
                before = moment.getValue();
            }
        }
        return steps;
    }

    private @Nullable String colour(Instant hour) {
        int grade = Math.max(exceeded(sum(hour, 1), IN_ONE_HOUR), exceeded(sum(hour, 6), IN_SIX_HOURS));
        return grade == 0 ? null : COLOURS.get(grade - 1);
    }

    private BigDecimal sum(Instant hour, int hours) {
        return rain.subMap(hour.minus(Duration.ofHours(hours)), false, hour, true).values().stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static int exceeded(BigDecimal millimetres, int[] limits) {
        int grade = 0;
        for (int limit : limits) {
            if (millimetres.compareTo(BigDecimal.valueOf(limit)) > 0) {
                grade++;
            }
        }
        return grade;
    }
}
