package io.chengyun.rules.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.Grade;
import io.chengyun.rules.Sample;
import io.chengyun.rules.Stream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class WindowSumPropertyTest {

    private static final int HOURS = 6;
    private final Window rule =
            Window.sum(WindowSumTest.RAIN, WindowSumTest.SIX_HOURS, Duration.ofHours(HOURS), Duration.ofHours(1));

    /** Hourly rain in tenths of a millimetre; −1 is a missing hour. */
    @Provide
    Arbitrary<List<Integer>> rain() {
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(6, Arbitraries.integers().between(0, 400)),
                        net.jqwik.api.Tuple.of(2, Arbitraries.just(0)),
                        net.jqwik.api.Tuple.of(1, Arbitraries.just(-1)))
                .list()
                .ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<Sample>> shuffledWindow() {
        var tenths = Arbitraries.integers().between(0, 600).list().ofMinSize(1).ofMaxSize(HOURS);
        return Combinators.combine(tenths, Arbitraries.randomValue(Random::nextLong))
                .as((rain, seed) -> {
                    var samples = samples(rain);
                    Collections.shuffle(samples, new Random(seed));
                    return samples;
                });
    }

    private static List<Sample> samples(List<Integer> tenths) {
        var samples = new ArrayList<Sample>();
        for (int hour = 0; hour < tenths.size(); hour++) {
            if (tenths.get(hour) >= 0) {
                samples.add(Stream.sample(60.0 * hour, tenths.get(hour) / 10.0));
            }
        }
        return samples;
    }

    @Property
    void theOrderOfLateSamplesDoesNotMatterForTheWindow(@ForAll("shuffledWindow") List<Sample> shuffled) {
        var late = new Stream(rule);
        late.feed(shuffled);
        var inOrder = new Stream(rule);
        inOrder.feed(shuffled.stream()
                .sorted(java.util.Comparator.comparing(Sample::at))
                .toList());

        assertThat(late.samples()).isEqualTo(inOrder.samples());
    }

    @Property
    void duplicatesChangeNothing(@ForAll("rain") List<Integer> rain, @ForAll Random random) {
        var samples = samples(rain);
        var once = new Stream(rule);
        once.feed(samples);
        var again = new Stream(rule);
        for (int i = 0; i < samples.size(); i++) {
            again.feed(List.of(samples.get(i)));
            again.feed(List.of(samples.get(random.nextInt(i + 1))));
        }

        assertThat(again.remembered()).isEqualTo(once.remembered());
        assertThat(again.said).isEqualTo(once.said);
    }

    @Property
    void theGradeIsThatOfANaiveRecomputation(@ForAll("rain") List<Integer> rain) {
        var stream = new Stream(rule);
        Grade naive = null;
        for (int hour = 0; hour < rain.size(); hour++) {
            if (rain.get(hour) >= 0) {
                stream.feed(60.0 * hour, rain.get(hour) / 10.0);
                naive = naive(rain, hour, naive);
            }
            assertThat(((Window.State) stream.state()).grade()).isEqualTo(naive);
        }
    }

    /** By exact decimal sums over the last six hours, written without the rule. */
    private static @Nullable Grade naive(List<Integer> rain, int hour, @Nullable Grade held) {
        var sum = BigDecimal.ZERO;
        int count = 0;
        for (int i = Math.max(0, hour - HOURS + 1); i <= hour; i++) {
            if (rain.get(i) >= 0) {
                sum = sum.add(BigDecimal.valueOf(rain.get(i), 1));
                count++;
            }
        }
        Grade grade = null;
        var limits = List.of(50, 80, 100, 150);
        for (int i = 0; i < limits.size(); i++) {
            if (sum.compareTo(BigDecimal.valueOf(limits.get(i))) > 0) {
                grade = Grade.values()[i];
            }
        }
        boolean falls = held != null && (grade == null || held.graverThan(grade));
        return falls && count < HOURS ? held : grade;
    }
}
