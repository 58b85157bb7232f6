package io.chengyun.rules.learning;

import io.chengyun.kernel.Malformed;

/**
 * How a forest learns, and when what it meets is worth saying (学习参数).
 *
 * @param trees trees of the forest; more are steadier and slower
 * @param samples points a tree keeps
 * @param generation the forest is grown anew from this many newest points whenever as many have come
 * @param smoothing newest scores that are averaged, so that one odd sample weighs less than three
 * @param calm samples within which only something clearly more unusual is said again
 * @param limit how many deviations above its usual score is said to be unusual
 */
public record Tuning(int trees, int samples, int generation, int smoothing, int calm, double limit) {

    /**
     * The same for every stream. Trees, samples and seed are the forest library's usual ones; the rest was chosen by series that
     * we made, see docs/judgement.md.
     */
    public static final Tuning PUBLISHED = new Tuning(30, 256, 500, 3, 100, 4);

    private static final int MOST_TREES = 100;
    private static final int MOST_POINTS = 2_000;

    public Tuning {
        require("trees", trees, MOST_TREES);
        require("samples", samples, generation);
        require("generation", generation, MOST_POINTS);
        require("smoothing", smoothing, samples);
        require("calm", calm, MOST_POINTS);
        if (!(limit > 0) || Double.isInfinite(limit)) {
            throw new Malformed("limit", "must be a number above 0");
        }
    }

    private static void require(String field, int value, int most) {
        if (value < 1 || value > most) {
            throw new Malformed(field, "must be 1 to " + most + ": " + value);
        }
    }
}
