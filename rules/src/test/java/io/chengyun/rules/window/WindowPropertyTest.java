package io.chengyun.rules.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.Grade;
import io.chengyun.rules.Comparison;
import io.chengyun.rules.Limit;
import io.chengyun.rules.Limits;
import io.chengyun.rules.Stream;
import io.chengyun.rules.Words;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What slides must say what a plain recomputation of each window says, with gaps, late and repeated samples. */
class WindowPropertyTest {

    private static final int STEP = 5;
    private static final int EXPECTED = 6;
    private static final double SHARE = 0.5;
    private static final double Q = 0.8;
    private static final Words WORDS = new Words("水位", "water level", "米", "m");

    private static Window rule(Aggregate aggregate, boolean upward) {
        var beyond = upward ? Comparison.OVER : Comparison.UNDER;
        double scale = aggregate == Aggregate.SUM ? 4 : aggregate == Aggregate.COUNT ? 0.2 : 1;
        var limits = new Limits(List.of(
                Limit.of(Grade.BLUE, beyond, scale * (upward ? 15 : 25)),
                Limit.of(Grade.RED, beyond, scale * (upward ? 30 : 10))));
        return new Window(
                WORDS, limits, aggregate, Q, Duration.ofMinutes(EXPECTED * STEP), SHARE, Duration.ofMinutes(STEP));
    }

    @Property
    void everyAggregateIsThatOfAPlainRecomputation(
            @ForAll @Size(max = 50) List<@IntRange(min = 0, max = 3) Integer> steps,
            @ForAll @Size(min = 50, max = 50) List<@IntRange(max = 40) Integer> values) {
        for (var aggregate : Aggregate.values()) {
            boolean growsWithSamples = aggregate == Aggregate.SUM || aggregate == Aggregate.COUNT;
            for (boolean upward : growsWithSamples ? new boolean[] {true} : new boolean[] {true, false}) {
                compare(rule(aggregate, upward), upward, steps, values);
            }
        }
    }

    private static void compare(Window rule, boolean upward, List<Integer> steps, List<Integer> values) {
        var stream = new Stream(rule);
        var plain = new TreeMap<Integer, Integer>();
        Grade grade = null;
        int minute = 0;
        for (int i = 0; i < steps.size(); i++) {
            minute += STEP * steps.get(i);
            // every fourth comes late; no step repeats the time before
            int at = i % 4 == 3 ? minute - 7 : minute;
            stream.feed(at, values.get(i));
            boolean isHeld = !plain.isEmpty() && at <= plain.lastKey() - EXPECTED * STEP;
            if (!isHeld && plain.putIfAbsent(at, values.get(i)) == null) {
                grade = naive(rule, upward, plain, grade);
            }
            assertThat(((Window.State) stream.state()).grade())
                    .as(rule.sentenceEn())
                    .isEqualTo(grade);
        }
    }

    private static @Nullable Grade naive(
            Window rule, boolean upward, TreeMap<Integer, Integer> plain, @Nullable Grade held) {
        var window = plain.tailMap(plain.lastKey() - EXPECTED * STEP, false).values().stream()
                .mapToDouble(Integer::doubleValue)
                .sorted()
                .toArray();
        double sum = java.util.Arrays.stream(window).sum();
        double told = switch (rule.aggregate()) {
            case COUNT -> window.length;
            case SUM -> sum;
            case MEAN -> sum / window.length;
            case MIN -> window[0];
            case MAX -> window[window.length - 1];
            case QUANTILE -> window[(int) Math.ceil(Q * window.length) - 1];
        };
        Grade grade = null;
        for (var limit : rule.limits().ladder()) {
            boolean beyond = upward ? told > limit.value() : told < limit.value();
            grade = beyond ? limit.grade() : grade;
        }
        return window.length >= EXPECTED || mayChange(rule.aggregate(), window.length, upward == isGraver(grade, held))
                ? grade
                : held;
    }

    /** Whether more samples could not undo the change; {@code up} when it went towards greater values. */
    private static boolean mayChange(Aggregate aggregate, int samples, boolean up) {
        return switch (aggregate) {
            case COUNT, SUM, MAX -> up;
            case MIN -> !up;
            case MEAN, QUANTILE -> samples >= SHARE * EXPECTED;
        };
    }

    private static boolean isGraver(@Nullable Grade grade, @Nullable Grade held) {
        return grade != null && (held == null || grade.graverThan(held));
    }
}
