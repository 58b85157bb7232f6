package io.chengyun.acceptance.judge.made;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GridTest {

    private static double[] of(double... values) {
        return values;
    }

    @Test
    void ofThoseNotClearlyWorseTheOneThatHarmsLeastIsTaken() {
        var grid = new Grid(1);
        grid.add("best", of(0.8, 0.9, 0.7), of(0.5, 0.5, 0.5));
        grid.add("as good", of(0.7, 1.0, 0.7), of(0.2, 0.2, 0.2));
        grid.add("quiet but worse", of(0.7, 0.8, 0.6), of(0.1, 0.1, 0.1));
        assertThat(grid.best()).endsWith("best");
        assertThat(grid.chosen()).endsWith("as good");
        assertThat(grid.lines()).hasSize(3);
    }

    @Test
    void whatHarmsMoreThanIsAllowedIsNotTaken() {
        var grid = new Grid(0.17);
        grid.add("loud", of(0.9, 0.9), of(0.3, 0.3));
        grid.add("quiet", of(0.5, 0.5), of(0.1, 0.1));
        assertThat(grid.best()).endsWith("quiet");
        assertThat(grid.chosen()).endsWith("quiet");
    }
}
