package io.chengyun.rules.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Grade;
import io.chengyun.kernel.Malformed;
import io.chengyun.rules.Comparison;
import io.chengyun.rules.Finding;
import io.chengyun.rules.Limit;
import io.chengyun.rules.Limits;
import io.chengyun.rules.Watch;
import io.chengyun.rules.Words;
import io.chengyun.rules.window.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LearntTest {

    private static final long MINUTE = 60_000_000L;
    private static final Words FLOW = new Words("流量", "flow", "立方米/时", "m3/h");
    private static final Tuning SMALL = new Tuning(20, 64, 150, 3, 40, 4);
    private static final Company TOGETHER = new Company(200, 0, 5, 1.3, 0.5, 20);
    private static final Learnt RULE = new Learnt(FLOW, Grade.BLUE, SMALL, TOGETHER);

    private final List<Finding> said = new ArrayList<>();

    private void feed(Watch watch, long minute, double value) {
        watch.on(minute * MINUTE, value, (rule, finding) -> said.add(finding));
    }

    private static double usual(int minute) {
        return 50 + new Random(minute).nextGaussian();
    }

    private Watch watchOf(int minutes) {
        var watch = new Watch(List.of(RULE));
        for (int i = 0; i < minutes; i++) {
            feed(watch, i, usual(i));
        }
        return watch;
    }

    @Test
    void whatNeverWasIsSaidOnceAndEasesWhenNothingNewCame() {
        var watch = watchOf(300);
        assertThat(said).isEmpty();
        for (int i = 300; i < 305; i++) {
            feed(watch, i, 90);
        }
        assertThat(said).extracting(Finding::grade).containsExactly(Grade.BLUE);
        for (int i = 305; i < 360; i++) {
            feed(watch, i, usual(i));
        }
        assertThat(said).extracting(Finding::state).containsExactly(Finding.State.GRADED, Finding.State.EASED);
    }

    @Test
    void aUsualValueAtAnUnusualHourIsSaid() {
        var rule = new Learnt(FLOW, Grade.BLUE, Tuning.PUBLISHED, TOGETHER);
        var watch = new Watch(List.of(rule));
        int off = 8 * 24 * 4 + 12;
        double most = 0;
        for (int i = 0; i < off + 6; i++) {
            boolean busy = i / 4 % 24 >= 8 && i / 4 % 24 < 20;
            feed(watch, i * 15L, (busy || i >= off ? 80 : 20) + usual(i) / 10);
            most = i >= off ? Math.max(most, rule.score(watch.state(0))) : most;
        }
        assertThat(most).isGreaterThan(0.5);
    }

    @Test
    void nothingIsSaidBeforeEnoughWasSeen() {
        var watch = watchOf(60);
        feed(watch, 60, 90);
        feed(watch, 61, 90);
        assertThat(said).isEmpty();
    }

    @Test
    void lateSampleChangesNothing() {
        var blue = new Limits(List.of(Limit.of(Grade.BLUE, Comparison.OVER, 1e9)));
        var window = Window.sum(FLOW, blue, Duration.ofHours(2), Duration.ofMinutes(1));
        var watch = new Watch(List.of(RULE, window));
        for (int i = 0; i < 400; i += 2) {
            feed(watch, i, usual(i));
        }
        var before = watch.words(0);
        int held = watch.history().size();
        feed(watch, 351, 90);
        assertThat(watch.history().size()).as("the other rule took it in").isEqualTo(held + 1);
        assertThat(watch.words(0)).isEqualTo(before);
    }

    @Test
    void restartIsNotNoticedWhereverItHappens() {
        for (int stop : new int[] {0, 1, 31, 149, 150, 299, 300, 301, 449, 460, 610}) {
            var steady = watchOf(stop);
            var anew = new Watch(List.of(RULE));
            anew.recall(0, steady.words(0));
            for (int i = stop; i < stop + 200; i++) {
                double value = i % 97 == 0 ? 80 : usual(i);
                feed(steady, i, value);
                feed(anew, i, value);
                assertThat(RULE.score(anew.state(0))).isEqualTo(RULE.score(steady.state(0)));
            }
            assertThat(anew.words(0)).isEqualTo(steady.words(0));
        }
    }

    @Test
    void wordsOfAnotherFormCountAsNone() {
        var none = RULE.initial().words();
        assertThat(RULE.recall(new long[] {7}).words()).isEqualTo(none);
        assertThat(RULE.recall(new long[] {7, 7, 7, 7, 7, 7, Long.MAX_VALUE}).words())
                .isEqualTo(none);
    }

    @Test
    void whatIsRememberedIsBounded() {
        assertThat(watchOf(5_000).words(0)).hasSizeLessThan(3 + Daily.LENGTH + 50 + 300);
    }

    @Test
    void tuningThatCannotBeNamesItsField() {
        assertThatThrownBy(() -> new Tuning(0, 64, 150, 3, 40, 4))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("trees");
        assertThatThrownBy(() -> new Tuning(20, 64, 150, 3, 40, Double.NaN))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("limit");
    }
}
