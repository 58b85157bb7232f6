package io.chengyun.acceptance.judge;

/** Scores flags row by row (逐点评分): F1, and the shares of false and missed rows, as SKAB does over all its files. */
final class PointScore {

    private long hit;
    private long falseAlarm;
    private long missed;
    private long silent;

    void add(boolean flag, boolean anomalous) {
        hit += flag && anomalous ? 1 : 0;
        falseAlarm += flag && !anomalous ? 1 : 0;
        missed += !flag && anomalous ? 1 : 0;
        silent += !flag && !anomalous ? 1 : 0;
    }

    double f1() {
        return share(2 * hit, 2 * hit + falseAlarm + missed);
    }

    /** False alarm rate in percent of the rows that are well. */
    double far() {
        return 100 * share(falseAlarm, falseAlarm + silent);
    }

    /** Missed alarm rate in percent of the rows that are not. */
    double mar() {
        return 100 * share(missed, missed + hit);
    }

    int rows() {
        return (int) (hit + falseAlarm + missed + silent);
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
