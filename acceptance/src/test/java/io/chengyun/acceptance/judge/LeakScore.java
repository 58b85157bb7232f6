package io.chengyun.acceptance.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores leak alarms against leaks (漏损评分): an alarm is of the newest leak that began in the 14 days before it and was not found
 * yet; else it repeats one that was; else it is unmatched.
 */
final class LeakScore {

    static final Duration WITHIN = Duration.ofDays(14);

    private final Map<Leak, Duration> found = new LinkedHashMap<>();
    private final List<Leak> leaks;
    private int repeated;
    private int unmatched;

    /** A leak by when it began. */
    record Leak(String pipe, Instant began) {}

    LeakScore(List<Leak> leaks) {
        this.leaks = leaks;
    }

    /** Takes in an alarm, each later than the one before. */
    void add(Instant alarm) {
        var recent = new ArrayList<>(leaks.stream()
                .filter(leak -> !alarm.isBefore(leak.began())
                        && !alarm.isAfter(leak.began().plus(WITHIN)))
                .toList());
        recent.sort(Comparator.comparing(Leak::began).reversed());
        var fresh = recent.stream().filter(leak -> !found.containsKey(leak)).findFirst();
        if (fresh.isPresent()) {
            found.put(fresh.get(), Duration.between(fresh.get().began(), alarm));
        } else if (recent.isEmpty()) {
            unmatched++;
        } else {
            repeated++;
        }
    }

    int found() {
        return found.size();
    }

    int repeated() {
        return repeated;
    }

    int unmatched() {
        return unmatched;
    }

    /** Median days from a leak's beginning to its alarm. */
    double delay() {
        return median(delays());
    }

    /** Days from each found leak's beginning to its alarm. */
    List<Double> delays() {
        return found.values().stream().map(delay -> delay.toMinutes() / 1_440.0).toList();
    }

    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.isEmpty()
                ? Double.NaN
                : sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    String pipes() {
        return String.join(", ", found.keySet().stream().map(Leak::pipe).toList());
    }
}
