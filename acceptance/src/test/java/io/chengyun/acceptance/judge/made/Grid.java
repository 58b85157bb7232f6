package io.chengyun.acceptance.judge.made;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What every choice of numbers reaches on several seeds (网格选参), and which is taken.
 *
 * <p>The best is the one with the greatest gain of those whose harm is allowed. Two rules say which is taken: the quietest of
 * those not clearly worse than the best, or the simplest of those as good as the best. Of equals the first.
 */
public final class Grid {

    private final double allowed;
    private final List<Tried> tried = new ArrayList<>();

    /** A choice: gain and harm by seed. */
    private record Tried(String choice, double[] gains, double[] harms) {

        double gain() {
            return mean(gains);
        }

        double harm() {
            return mean(harms);
        }

        /** Whether it is worse than that one by more than the seeds scatter. */
        boolean isWorseThan(Tried other) {
            int n = gains.length;
            var less = new double[n];
            for (int seed = 0; seed < n; seed++) {
                less[seed] = other.gains[seed] - gains[seed];
            }
            double mean = mean(less);
            double square =
                    Arrays.stream(less).map(one -> (one - mean) * (one - mean)).sum();
            return mean > Math.sqrt(square / (n - 1) / n);
        }

        String line() {
            return String.format(Locale.ROOT, "%.4f %8.4f  %s", gain(), harm(), choice);
        }
    }

    /**
     * A grid to be filled.
     *
     * @param allowed harm that no choice may be beyond
     */
    public Grid(double allowed) {
        this.allowed = allowed;
    }

    /** Takes in a choice and what it reaches, seed by seed. */
    public void add(String choice, double[] gains, double[] harms) {
        tried.add(new Tried(choice, gains, harms));
    }

    /** Gain, harm and choice, in the order in which they were added. */
    public List<String> lines() {
        return tried.stream().map(Tried::line).toList();
    }

    /** The line of the best. */
    public String best() {
        return winner().line();
    }

    /** The line of the first added, as which the simplest is, whose gain is less than the best's by no more than this. */
    public String simplest(double tie) {
        double enough = winner().gain() - tie;
        return tried.stream()
                .filter(one -> one.harm() <= allowed && one.gain() >= enough)
                .findFirst()
                .orElseThrow()
                .line();
    }

    /**
     * The line of the one with the least harm of those that are not clearly worse than the best: by no more, seed by seed,
     * than one standard error of that difference.
     */
    public String quietest() {
        var best = winner();
        return tried.stream()
                .filter(one -> one.harm() <= allowed && !one.isWorseThan(best))
                .min(Comparator.comparingDouble(Tried::harm))
                .orElse(best)
                .line();
    }

    private Tried winner() {
        return tried.stream()
                .filter(one -> one.harm() <= allowed)
                .min(Comparator.comparingDouble(one -> -one.gain()))
                .orElseThrow(() -> new IllegalStateException("no choice keeps its harm below " + allowed));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }
}
