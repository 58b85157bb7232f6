package io.chengyun.rules.learning;

import com.amazon.randomcutforest.RandomCutForest;
import java.util.Arrays;

/**
 * How surprising each point of a series is to one who saw those before it (意外度), by a random cut forest.
 *
 * <p>What a forest says has no scale of its own: here it is a number of deviations from what the forest used to say. A
 * surprise counts once: while {@link Tuning#calm} lasts only a clearly greater one is news. The forest is grown anew from
 * kept points now and then, so that these points are all that a restart needs to grow the very same.
 */
public final class Surprise {

    private static final long SEED = 42;
    /** Points without which a forest has nothing to say. */
    private static final int FIRST = 32;
    /** Scores without which nothing is known of their spread. */
    private static final int ENOUGH = 50;
    /** Scores after which an old one weighs no more. */
    private static final int LONG = 4_000;
    /** Deviations smaller than this share of the mean score are noise of the forest's own. */
    private static final double LEAST_SPREAD = 0.02;

    private static final double GREATER = 1.1;
    private static final double GREATER_BY = 0.5;
    private static final int COUNTERS = 4;

    private final Tuning tuning;
    private final int width;
    private final float[] kept;
    private final double[] scores;
    private final double[] deviations;
    private RandomCutForest forest;
    private int points;
    private long seen;
    private double mean;
    private double variance;

    /**
     * @param width values of a point
     */
    public Surprise(Tuning tuning, int width) {
        this.tuning = tuning;
        this.width = width;
        this.kept = new float[2 * tuning.generation() * width];
        this.scores = new double[tuning.smoothing()];
        this.deviations = new double[tuning.calm()];
        this.forest = plant();
    }

    private RandomCutForest plant() {
        return RandomCutForest.builder()
                .dimensions(width)
                .shingleSize(1)
                .numberOfTrees(tuning.trees())
                .sampleSize(tuning.samples())
                .outputAfter(FIRST)
                .randomSeed(SEED)
                .parallelExecutionEnabled(false)
                .build();
    }

    /** Takes in a point; by how many deviations it is news, 0 when it is none. */
    public double on(float[] point) {
        double score = points < FIRST ? 0 : forest.getAnomalyScore(point);
        keep(point);
        scores[(int) (seen % scores.length)] = score;
        double deviation = deviation();
        double news = deviation > greatest() * GREATER + GREATER_BY ? deviation : 0;
        deviations[(int) (seen % deviations.length)] = deviation;
        follow(score);
        return news;
    }

    private double deviation() {
        if (seen <= ENOUGH) {
            return 0;
        }
        double newest = Arrays.stream(scores).sum() / scores.length;
        double spread = Math.max(Math.sqrt(variance), LEAST_SPREAD * Math.abs(mean) + 1e-9);
        return Math.max(0, (newest - mean) / spread);
    }

    private double greatest() {
        double greatest = 0;
        for (double deviation : deviations) {
            greatest = Math.max(greatest, deviation);
        }
        return greatest;
    }

    /** How far the newest point is off, news or not. */
    public double newest() {
        return seen == 0 ? 0 : deviations[(int) ((seen - 1) % deviations.length)];
    }

    private void follow(double score) {
        seen++;
        double weight = 1.0 / Math.min(seen, LONG);
        double off = score - mean;
        mean += weight * off;
        variance = (1 - weight) * (variance + weight * off * off);
    }

    private void keep(float[] point) {
        if (points == 2 * tuning.generation()) {
            points = tuning.generation();
            System.arraycopy(kept, points * width, kept, 0, points * width);
            regrow();
        }
        System.arraycopy(point, 0, kept, points * width, width);
        points++;
        forest.update(point);
    }

    private void regrow() {
        forest = plant();
        for (int i = 0; i < points; i++) {
            forest.update(Arrays.copyOfRange(kept, i * width, (i + 1) * width));
        }
    }

    long seen() {
        return seen;
    }

    long[] words() {
        int values = points * width;
        int scales = scores.length + deviations.length;
        var words = new long[COUNTERS + scales + (values + 1) / 2];
        words[0] = seen;
        words[1] = Double.doubleToRawLongBits(mean);
        words[2] = Double.doubleToRawLongBits(variance);
        words[3] = points;
        for (int i = 0; i < scales; i++) {
            double scale = i < scores.length ? scores[i] : deviations[i - scores.length];
            words[COUNTERS + i] = Double.doubleToRawLongBits(scale);
        }
        Floats.write(kept, values, words, COUNTERS + scales);
        return words;
    }

    /** What said these words; one that saw nothing when they are of another form. */
    static Surprise recall(Tuning tuning, int width, long[] words) {
        var anew = new Surprise(tuning, width);
        int scales = anew.scores.length + anew.deviations.length;
        long points = words.length < COUNTERS ? -1 : words[3];
        boolean fits = points >= 0
                && points <= 2L * tuning.generation()
                && words.length == COUNTERS + scales + (points * width + 1) / 2;
        if (fits) {
            anew.read(words, scales);
        }
        return anew;
    }

    private void read(long[] words, int scales) {
        seen = words[0];
        mean = Double.longBitsToDouble(words[1]);
        variance = Double.longBitsToDouble(words[2]);
        points = (int) words[3];
        for (int i = 0; i < scales; i++) {
            double scale = Double.longBitsToDouble(words[COUNTERS + i]);
            if (i < scores.length) {
                scores[i] = scale;
            } else {
                deviations[i - scores.length] = scale;
            }
        }
        Floats.read(words, COUNTERS + scales, kept, points * width);
        regrow();
    }
}
