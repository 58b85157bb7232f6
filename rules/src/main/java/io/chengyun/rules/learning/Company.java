package io.chengyun.rules.learning;

import io.chengyun.kernel.Malformed;

/**
 * How several streams together are learnt, and when they left what they learnt (合并学习参数).
 *
 * @param learns rows they are learnt from
 * @param ahead how far ahead their drift is reckoned with, in times as long as they were learnt; 0 for none
 * @param smoothing newest rows that are averaged
 * @param margin how many times farther than ever while learning is off
 * @param back they came back when no farther than this share of how far they were
 * @param settles rows they must have come back for; where they stand then is usual from now on
 */
public record Company(int learns, double ahead, int smoothing, double margin, double back, int settles) {

    private static final int MOST = 10_000;

    public Company {
        require("learns", learns, 20, MOST);
        require("smoothing", smoothing, 1, learns / 2);
        require("settles", settles, smoothing + 1, MOST);
        if (!(ahead >= 0) || Double.isInfinite(ahead)) {
            throw new Malformed("ahead", "must be 0 or more");
        }
        if (!(margin >= 1) || Double.isInfinite(margin)) {
            throw new Malformed("margin", "must be 1 or more");
        }
        if (!(back > 0 && back < 1)) {
            throw new Malformed("back", "must be a share above 0 and below 1");
        }
    }

    private static void require(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new Malformed(field, "must be " + least + " to " + most + ": " + value);
        }
    }
}
