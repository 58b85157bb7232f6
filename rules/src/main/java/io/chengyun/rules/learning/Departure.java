package io.chengyun.rules.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far several streams together are from where they stood while it learnt (偏离度): the Mahalanobis distance of the mean of
 * the newest rows, which knows what goes together and is not alarmed when all rise as they always do.
 *
 * <p>What wandered from part to part of what it learnt, as temperatures do, wanders on: beside the rows' own scatter counts what
 * such a walk would come to in some multiple of that time. So what stood still tells more than what never did.
 *
 * <p>Off is farther than ever while learning, with a margin. They need not come back to the very same place: a machine that
 * was repaired runs warmer than before. So when they came back most of the way and stayed, where they stand is usual from
 * then on; and what lasted for twice as long as it learnt is usual too, and learnt anew.
 */
final class Departure {

    /** Share of a stream's variance that is added to it, so that streams that always agree can be told apart. */
    private static final double RIDGE = 1e-3;

    private static final double FOLLOWS = 0.05;

    /** Parts of what was learnt: each long enough that what swings fast is no more in its mean. */
    private static final int PARTS = 8;

    private final int width;
    private final Company company;
    private final double[][] newest;
    private final List<double[]> lessons = new ArrayList<>();
    private final double[] scale;
    private double[] centre;
    private double[][] inverse = new double[0][];
    private double limit;
    private long seen;
    private double distance;
    /** Rows for which it is off by now; 0 for none. */
    private long off;
    /** How far off it is, smoothed. */
    private double usuallyOff;

    /** Rows for which they have come back most of the way. */
    private int nearer;

    private final double[] home;

    Departure(int width, Company company) {
        this.width = width;
        this.company = company;
        this.newest = new double[company.smoothing()][width];
        this.scale = new double[width];
        this.centre = new double[width];
        this.home = new double[width];
    }

    /** Takes in a row; how far it is off as a multiple of the limit, 0 while it learns. */
    double on(double[] row) {
        if (inverse.length == 0) {
            learn(row);
            return 0;
        }
        keep(row);
        distance = distance(mean());
        if (distance > limit) {
            follow();
        } else {
            off = 0;
        }
        return distance / limit;
    }

    private void learn(double[] row) {
        if (Arrays.stream(row).anyMatch(Double::isNaN)) {
            return;
        }
        lessons.add(row.clone());
        if (lessons.size() < company.learns()) {
            return;
        }
        centre = new double[width];
        for (int i = 0; i < width; i++) {
            int column = i;
            centre[i] =
                    lessons.stream().mapToDouble(one -> one[column]).average().orElse(0);
            double variance = lessons.stream()
                    .mapToDouble(one -> (one[column] - centre[column]) * (one[column] - centre[column]))
                    .average()
                    .orElse(0);
            // a stream that never moved is off as soon as it moves by more than rounding
            scale[i] = Math.max(Math.sqrt(variance), 1e-9 + 1e-6 * Math.abs(centre[i]));
        }
        inverse = Matrix.inverse(correlation());
        limit = company.margin() * farthest();
        lessons.clear();
    }

    private double[][] correlation() {
        var sum = new double[width][width];
        for (var one : lessons) {
            for (int i = 0; i < width; i++) {
                for (int j = 0; j < width; j++) {
                    sum[i][j] += (one[i] - centre[i]) / scale[i] * (one[j] - centre[j]) / scale[j] / lessons.size();
                }
            }
        }
        addDrift(sum);
        for (int i = 0; i < width; i++) {
            sum[i][i] += RIDGE;
        }
        return sum;
    }

    /** A random walk's variance grows with time: that of its steps from part to part, times the parts to come. */
    private void addDrift(double[][] sum) {
        double times = company.ahead() * PARTS / (PARTS - 1);
        var before = part(0);
        for (int part = 1; part < PARTS; part++) {
            var mean = part(part);
            for (int i = 0; i < width; i++) {
                for (int j = 0; j < width; j++) {
                    sum[i][j] += times * (mean[i] - before[i]) * (mean[j] - before[j]);
                }
            }
            before = mean;
        }
    }

    /** The mean of a part of what was learnt, in deviations. */
    private double[] part(int part) {
        int rows = lessons.size() / PARTS;
        var mean = new double[width];
        for (var one : lessons.subList(part * rows, (part + 1) * rows)) {
            for (int i = 0; i < width; i++) {
                mean[i] += (one[i] - centre[i]) / scale[i] / rows;
            }
        }
        return mean;
    }

    private double farthest() {
        double farthest = 1e-9;
        for (var one : lessons) {
            keep(one);
            if (seen >= company.smoothing()) {
                farthest = Math.max(farthest, distance(mean()));
            }
        }
        return farthest;
    }

    /** A value that is missing says nothing: it stands where it is usual. */
    private void keep(double[] row) {
        var kept = newest[(int) (seen++ % newest.length)];
        for (int i = 0; i < width; i++) {
            kept[i] = Double.isNaN(row[i]) ? centre[i] : row[i];
        }
    }

    private double[] mean() {
        var mean = new double[width];
        for (var row : newest) {
            for (int i = 0; i < width; i++) {
                mean[i] += row[i] / newest.length;
            }
        }
        return mean;
    }

    private double distance(double[] point) {
        var from = new double[width];
        for (int i = 0; i < width; i++) {
            from[i] = (point[i] - centre[i]) / scale[i];
        }
        return Math.sqrt(Math.max(0, Matrix.product(from, inverse)));
    }

    private void follow() {
        if (off == 0) {
            usuallyOff = distance;
            nearer = 0;
        }
        off++;
        boolean near = distance < company.back() * usuallyOff;
        usuallyOff += near ? 0 : FOLLOWS * (distance - usuallyOff);
        nearer = near ? nearer + 1 : 0;
        if (nearer > company.smoothing()) {
            arrive(nearer - company.smoothing());
        }
        if (nearer >= company.settles()) {
            centre = home.clone();
            distance = 0;
            off = 0;
        } else if (off >= 2L * company.learns()) {
            inverse = new double[0][];
            seen = 0;
            off = 0;
            distance = 0;
        }
    }

    /** Where they are since they came back, once the rows from before are out of the mean. */
    private void arrive(int rows) {
        var mean = mean();
        for (int i = 0; i < width; i++) {
            home[i] = rows == 1 ? mean[i] : home[i] + (mean[i] - home[i]) / rows;
        }
    }
}
