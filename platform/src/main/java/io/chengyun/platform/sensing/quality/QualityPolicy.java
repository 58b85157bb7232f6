package io.chengyun.platform.sensing.quality;

import io.chengyun.kernel.Malformed;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How the district keeps its devices, from a day on (设备管理规程); see {@code devices.yml} of the district package.
 *
 * @param from first day on which it holds
 * @param offline when a device counts as offline
 * @param skew when a clock counts as wrong
 * @param late what comes longer than this after its time is stored and flagged, and is no news to any rule
 * @param flagTold a flag that was told of a stream is not told again within this time
 * @param plausible ranges inside the registry's believable ones; a value outside is stored and flagged
 */
public record QualityPolicy(
        LocalDate from, Offline offline, Skew skew, Duration late, Duration flagTold, List<Plausible> plausible) {

    public QualityPolicy {
        plausible = List.copyOf(plausible);
        if (late.isNegative() || late.isZero()) {
            throw new Malformed("late", "must be longer than nothing");
        }
    }

    /** Silent after so many missed intervals, never sooner than {@code atLeast} (离线判定). */
    public record Offline(int after, Duration atLeast) {

        public Offline {
            if (after < 1) {
                throw new Malformed("offline.after", "must be at least 1 interval");
            }
        }

        /** How long a stream of this interval may be silent. */
        public Duration patience(Duration interval) {
            var silence = interval.multipliedBy(after);
            return silence.compareTo(atLeast) < 0 ? atLeast : silence;
        }
    }

    /** Ahead of, or behind, its arrival by more than this, in so many batches in a row, always about the same (时钟判定). */
    public record Skew(Duration ahead, Duration behind, int batches, Duration spread) {}

    /** Values that are usual here (常见范围). */
    public record Plausible(String property, double min, double max) {

        boolean holds(double value) {
            return value >= min && value <= max;
        }
    }

    Optional<Plausible> plausible(String property) {
        return plausible.stream().filter(one -> one.property().equals(property)).findFirst();
    }

    /** All policies of a district, by day (规程册). */
    public record Book(List<QualityPolicy> policies) {

        public Book {
            policies = policies.stream()
                    .sorted(Comparator.comparing(QualityPolicy::from).reversed())
                    .toList();
            if (policies.isEmpty()) {
                throw new Malformed("policies", "must hold at least one policy");
            }
        }

        /** The policy of a day; the first one before any has begun. */
        public QualityPolicy on(LocalDate day) {
            return policies.stream()
                    .filter(policy -> !policy.from().isAfter(day))
                    .findFirst()
                    .orElseGet(() -> policies.get(policies.size() - 1));
        }
    }
}
