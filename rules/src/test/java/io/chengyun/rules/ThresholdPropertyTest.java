package io.chengyun.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.Grade;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

class ThresholdPropertyTest {

    private final Threshold rule = new Threshold(ThresholdTest.DEPTH, ThresholdTest.UNDERPASS, Duration.ofMinutes(5));

    @Property
    void lateAndDuplicateSamplesChangeNothing(
            @ForAll @Size(max = 50) List<@IntRange(max = 40) Integer> depths, @ForAll Random random) {
        var once = new Stream(rule);
        var again = new Stream(rule);
        for (int i = 0; i < depths.size(); i++) {
            once.feed(5 * i, depths.get(i));
            again.feed(5 * i, depths.get(i));
            again.feed(5 * random.nextInt(i + 1), random.nextInt(40));
        }

        assertThat(again.remembered()).isEqualTo(once.remembered());
        assertThat(again.said).isEqualTo(once.said);
    }

    @Property
    void theGradeIsThatOfANaiveRecomputation(@ForAll @Size(max = 50) List<@IntRange(max = 40) Integer> depths) {
        var stream = new Stream(rule);
        Grade naive = null;
        for (int i = 0; i < depths.size(); i++) {
            stream.feed(5 * i, depths.get(i));
            naive = naive(depths, i, naive);
            assertThat(((Threshold.State) stream.state()).grade()).isEqualTo(naive);
        }
    }

    /** Two samples five minutes apart are five minutes; red holds down to 20. */
    private static @Nullable Grade naive(List<Integer> depths, int i, @Nullable Grade held) {
        int depth = depths.get(i);
        int before = i == 0 ? 0 : depths.get(i - 1);
        if ((depth >= 25 && before >= 25) || (held == Grade.RED && depth >= 20)) {
            return Grade.RED;
        }
        return depth > 0 && (before > 0 || held != null) ? Grade.YELLOW : null;
    }
}
