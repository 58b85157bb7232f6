package io.chengyun.rules.window;

import io.chengyun.rules.History;

/** The greatest or least value (滑动极值); looked for anew in the history when it leaves the window, which is seldom. */
final class Extreme implements Sliding {

    private final boolean greatest;
    private double value;

    Extreme(boolean greatest) {
        this.greatest = greatest;
        clear();
    }

    @Override
    public void clear() {
        value = greatest ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    @Override
    public void add(double other) {
        value = greatest ? Math.max(value, other) : Math.min(value, other);
    }

    @Override
    public void drop(History history, long oldest) {
        if (history.value(oldest - 1) == value) {
            clear();
            for (long p = oldest; p < history.end(); p++) {
                add(history.value(p));
            }
        }
    }

    @Override
    public double value(int samples) {
        return value;
    }
}
