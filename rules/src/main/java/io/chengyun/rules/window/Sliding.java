package io.chengyun.rules.window;

import io.chengyun.rules.History;

/** What is told of the samples in a window while it slides (滑动统计). */
interface Sliding {

    void clear();

    void add(double value);

    /** Lets go of the sample before this position; it is the oldest. */
    void drop(History history, long oldest);

    /**
     * What is told of the samples held.
     *
     * @param samples how many there are, at least one
     */
    double value(int samples);
}
