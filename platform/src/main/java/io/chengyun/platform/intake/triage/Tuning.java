package io.chengyun.platform.intake.triage;

import io.chengyun.platform.intake.triage.Head.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How strongly a head forgets and how sure its scores are (调参), chosen by what it was given only: so that the right labels of
 * texts that it was not shown are likeliest. Who is too sure loses here, so a confidence can be believed.
 *
 * @param decay how strongly weights are drawn to nothing
 * @param sharpness how many times a score counts
 */
record Tuning(double decay, double sharpness) {

    private static final List<Double> DECAYS = List.of(0.03, 0.1, 0.3, 1.0);
    private static final List<Double> SHARPNESSES = List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 14.0);
    private static final Tuning USUAL = new Tuning(0.1, 5);
    private static final int FOLDS = 5;
    private static final int FEWEST = 30;
    /** More would make learning long and choose the same. */
    private static final int ENOUGH = 1_000;

    private static final long SEED = 2;

    /** Chooses; with too few examples to keep some back, what is usual; of very many, by some of all of them. */
    static Tuning of(List<Example> all, int labels, int places) {
        int step = Math.max(1, all.size() / ENOUGH);
        var examples = IntStream.range(0, all.size() / step)
                .mapToObj(i -> all.get(i * step))
                .toList();
        var best = USUAL;
        double highest = Double.NEGATIVE_INFINITY;
        for (double decay : examples.size() < FEWEST ? List.<Double>of() : DECAYS) {
            var scores = heldBack(examples, labels, places, decay);
            for (double sharpness : SHARPNESSES) {
                var tuning = new Tuning(decay, sharpness);
                double likelihood = tuning.likelihood(examples, scores);
                best = likelihood > highest ? tuning : best;
                highest = Math.max(highest, likelihood);
            }
        }
        return best;
    }

    /** The scores of each example by a head that was not shown it. */
    private static double[][] heldBack(List<Example> examples, int labels, int places, double decay) {
        var folds = new Random(SEED).ints(examples.size(), 0, FOLDS).toArray();
        var scores = new double[examples.size()][];
        for (int fold = 0; fold < FOLDS; fold++) {
            var shown = new ArrayList<Example>();
            for (int i = 0; i < folds.length; i++) {
                if (folds[i] != fold) {
                    shown.add(examples.get(i));
                }
            }
            var head = Head.train(shown, labels, places, decay);
            for (int i = 0; i < folds.length; i++) {
                scores[i] = folds[i] == fold ? head.of(examples.get(i).sight()) : scores[i];
            }
        }
        return scores;
    }

    private double likelihood(List<Example> examples, double[][] scores) {
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            sum += Math.log(Math.max(1e-9, likely(scores[i])[examples.get(i).label()]));
        }
        return sum;
    }

    /** How likely each label is by these scores; all together 1. */
    double[] likely(double[] scores) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            greatest = Math.max(greatest, score);
        }
        var likely = new double[scores.length];
        double all = 0;
        for (int i = 0; i < scores.length; i++) {
            likely[i] = Math.exp(sharpness * (scores[i] - greatest));
            all += likely[i];
        }
        for (int i = 0; i < scores.length; i++) {
            likely[i] /= all;
        }
        return likely;
    }
}
