package io.chengyun.acceptance.judge.made;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MadeSeriesTest {

    @Test
    void theSameSeedMakesTheSameSeriesAndAnotherOneOthers() {
        var once = MadeSeries.all(1, 7);
        var again = MadeSeries.all(1, 7);
        var others = MadeSeries.all(1, 8);
        for (int i = 0; i < once.size(); i++) {
            assertThat(again.get(i).rows()).isEqualTo(once.get(i).rows());
            assertThat(again.get(i).windows()).isEqualTo(once.get(i).windows());
            assertThat(others.get(i).rows()).isNotEqualTo(once.get(i).rows());
        }
    }

    @Test
    void threeInFourHaveTwoEventsInOneTenthOfTheirRows() {
        var all = MadeSeries.all(1, 7);
        assertThat(all).filteredOn(series -> series.windows().isEmpty()).hasSize(all.size() / 4);
        for (var series : all) {
            double labelled = series.windows().stream().mapToInt(Span::width).sum();
            assertThat(labelled / series.values().length).isLessThanOrEqualTo(0.11);
            assertThat(series.windows())
                    .allMatch(window ->
                            window.first() >= 0.15 * series.values().length && window.last() < series.values().length);
        }
    }
}
