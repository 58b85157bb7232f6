package io.chengyun.acceptance.bench;

import java.util.Arrays;

/** Times that something took, one of each, and what they were at most for a share of them. */
public final class Latencies {

    private final long[] nanos;

    /**
     * @param nanos one a time, in any order
     */
    public Latencies(long[] nanos) {
        this.nanos = nanos.clone();
        Arrays.sort(this.nanos);
    }

    /** Milliseconds that this share of the times did not exceed, such as 0.99. */
    public double millis(double share) {
        int index = (int) Math.ceil(share * nanos.length) - 1;
        return nanos[Math.max(0, index)] / 1e6;
    }
}
