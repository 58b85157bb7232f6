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
        assertThat(grid.quietest()).endsWith("as good");
        assertThat(grid.lines()).hasSize(3);
    }

    @Test
    void ofThoseAsGoodAsTheBestTheFirstIsTakenHoweverLoud() {
        var grid = new Grid(1);
        grid.add("simple but worse", of(0.797, 0.797), of(0.1, 0.1));
        grid.add("simple", of(0.798, 0.799), of(0.9, 0.9));
        grid.add("best", of(0.8, 0.8), of(0.2, 0.2));
        assertThat(grid.best()).endsWith("best");
        assertThat(grid.simplest(0.002)).endsWith("simple");
        assertThat(grid.simplest(0)).endsWith("best");
    }

    @Test
    void whatHarmsMoreThanIsAllowedIsNotTaken() {
        var grid = new Grid(0.17);
        grid.add("loud", of(0.9, 0.9), of(0.3, 0.3));
        grid.add("quiet", of(0.5, 0.5), of(0.1, 0.1));
        assertThat(grid.best()).endsWith("quiet");
        assertThat(grid.quietest()).endsWith("quiet");
    }
}
