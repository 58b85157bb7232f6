package io.chengyun.acceptance.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Scores a detector as the Numenta Anomaly Benchmark does, standard profile (NAB 评分): an early alarm in a labelled window
 * earns most, a window without one costs 1, an alarm outside costs up to 0.11; 0 is silence and 100 perfection.
 *
 * <p>After Lavin and Ahmad, "Evaluating Real-time Anomaly Detection Algorithms" (2015): the first 15 % of a series, at most
 * 750 rows, is not scored; one threshold for the whole corpus, the best one.
 */
final class NabScore {

    private static final double FALSE_ALARM = 0.11;
    private static final double PROBATION = 0.15;
    private static final int PROBATION_ROWS = 750;
    private static final double STEEPNESS = 5;
    private static final double FAR = 3;

    private final List<Row> rows = new ArrayList<>();
    private int windows;

    /** A labelled stretch of a series, by its first and last row. */
    record Window(int first, int last) {
        int width() {
            return last - first + 1;
        }
    }

    /** The best threshold and what it earns. */
    record Best(double threshold, double score) {}

    /** One scored row: what the detector said, what an alarm there is worth, and the window it is in; -1 for none. */
    private record Row(double said, double worth, int window) {}

    /** Takes in a series: what the detector said of each row, 0 to 1, and the windows in order. */
    void add(double[] said, List<Window> labelled) {
        int next = 0;
        Window before = null;
        int probation = probation(said.length);
        for (int i = 0; i < said.length; i++) {
            while (next < labelled.size() && i > labelled.get(next).last()) {
                before = labelled.get(next++);
            }
            boolean inside = next < labelled.size() && i >= labelled.get(next).first();
            if (i >= probation) {
                rows.add(
                        inside
                                ? new Row(said[i], early(labelled.get(next), i), windows + next)
                                : new Row(said[i], -FALSE_ALARM * late(before, i), -1));
            }
        }
        windows += labelled.size();
    }

    static int probation(int length) {
        return (int) Math.min(Math.floor(PROBATION * length), PROBATION_ROWS);
    }

    private static double early(Window window, int row) {
        double position = -(window.last() - row + 1.0) / window.width();
        return sigmoid(position) / sigmoid(-1);
    }

    private static double late(@org.jspecify.annotations.Nullable Window before, int row) {
        double position = before == null ? FAR : (row - before.last()) / (before.width() - 1.0);
        return position >= FAR ? 1 : -sigmoid(position);
    }

    private static double sigmoid(double position) {
        return 2 / (1 + Math.exp(STEEPNESS * position)) - 1;
    }

    /** The threshold at which the detector earns most; silence, which earns 0, is one of the choices. */
    Best best() {
        var sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparingDouble(Row::said).reversed());
        var earned = new double[windows];
        Arrays.fill(earned, -1);
        double sum = -windows;
        var best = new Best(1.1, 0);
        for (int i = 0; i < sorted.size(); i++) {
            var row = sorted.get(i);
            if (row.window() < 0) {
                sum += row.worth();
            } else if (row.worth() > earned[row.window()]) {
                sum += row.worth() - earned[row.window()];
                earned[row.window()] = row.worth();
            }
            boolean lastOfValue = i + 1 == sorted.size() || sorted.get(i + 1).said() < row.said();
            if (lastOfValue && normalised(sum) > best.score()) {
                best = new Best(row.said(), normalised(sum));
            }
        }
        return best;
    }

    /** What it earns at a threshold that was chosen elsewhere. */
    double at(double threshold) {
        var earned = new double[windows];
        Arrays.fill(earned, -1);
        double sum = 0;
        for (var row : rows) {
            if (row.said() < threshold) {
                continue;
            }
            if (row.window() < 0) {
                sum += row.worth();
            } else {
                earned[row.window()] = Math.max(earned[row.window()], row.worth());
            }
        }
        return normalised(sum + Arrays.stream(earned).sum());
    }

    private double normalised(double sum) {
        return windows == 0 ? 0 : 100 * (sum + windows) / (2.0 * windows);
    }

    int windows() {
        return windows;
    }
}
