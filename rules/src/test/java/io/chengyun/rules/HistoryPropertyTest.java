package io.chengyun.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class HistoryPropertyTest {

    private static final long SPAN = 20;

    /** What is held is what a sorted map cut at the span would hold: the first of a time wins, what is too old stays out. */
    @Property
    void itHoldsTheSpanInTimeOrderHoweverSamplesCome(
            @ForAll @Size(max = 200) List<@IntRange(max = 300) Integer> times) {
        var history = new History(SPAN);
        var naive = new TreeMap<Long, Double>();
        for (int i = 0; i < times.size(); i++) {
            long micros = times.get(i);
            history.add(micros, i);
            history.trim();
            if (naive.isEmpty() || micros > naive.lastKey() - SPAN) {
                naive.putIfAbsent(micros, (double) i);
            }
            naive.headMap(naive.lastKey() - SPAN, true).clear();
            assertThat(samples(history)).isEqualTo(samples(naive));
        }
    }

    @Property
    void aPositionIsKeptUntilASampleIsInsertedBeforeIt(
            @ForAll @Size(min = 2, max = 100) List<@IntRange(max = 100) Integer> times) {
        var history = new History(1_000);
        history.add(50, -1);
        long position = 0;
        for (int time : times) {
            long added = history.add(time, time);
            position += added != History.IGNORED && added <= position ? 1 : 0;
            assertThat(history.micros(position)).isEqualTo(50);
            assertThat(history.value(position)).isEqualTo(-1);
        }
    }

    @Property
    void theFirstAfterATimeIsTheFirstNewer(@ForAll @Size(max = 100) List<@IntRange(max = 100) Integer> times) {
        var history = new History(1_000);
        times.forEach(time -> history.add(time, time));
        for (long after = -1; after <= 101; after++) {
            long place = history.firstAfter(after);
            assertThat(place == history.begin() || history.micros(place - 1) <= after)
                    .isTrue();
            assertThat(place == history.end() || history.micros(place) > after).isTrue();
        }
    }

    private static List<Sample> samples(History history) {
        var samples = new ArrayList<Sample>();
        for (long p = history.begin(); p < history.end(); p++) {
            samples.add(history.sample(p));
        }
        return samples;
    }

    private static List<Sample> samples(TreeMap<Long, Double> naive) {
        return naive.entrySet().stream()
                .map(entry -> new Sample(entry.getKey(), entry.getValue()))
                .toList();
    }
}
