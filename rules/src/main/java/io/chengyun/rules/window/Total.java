package io.chengyun.rules.window;

import io.chengyun.rules.History;

/** The running sum (滑动累计) in millionths of the unit: whole numbers, so that 350 times 0.1 is exactly 35 in any order. */
final class Total implements Sliding {

    /** Greater values count as this: {@link History#BOUND} of them still fit. */
    private static final double GREATEST = 4e9;

    private final Aggregate aggregate;
    private long millionths;

    Total(Aggregate aggregate) {
        this.aggregate = aggregate;
    }

    private static long millionths(double value) {
        return Math.round(Math.max(-GREATEST, Math.min(GREATEST, value)) * 1e6);
    }

    @Override
    public void clear() {
        millionths = 0;
    }

    @Override
    public void add(double value) {
        millionths += millionths(value);
    }

    @Override
    public void drop(History history, long oldest) {
        millionths -= millionths(history.value(oldest - 1));
    }

    @Override
    public double value(int samples) {
        if (aggregate == Aggregate.COUNT) {
            return samples;
        }
        double sum = millionths / 1e6;
        return aggregate == Aggregate.MEAN ? sum / samples : sum;
    }
}
