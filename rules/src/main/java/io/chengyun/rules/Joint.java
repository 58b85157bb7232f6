package io.chengyun.rules;

import org.jspecify.annotations.Nullable;

/**
 * A rule that can weigh several streams of one moment as one (合并研判): the flows of one network, the sensors of one machine.
 *
 * <p>The same rows in the same order make the same findings, always. A value that is missing is unknown and never zero.
 */
public interface Joint {

    /** Begins to weigh so many streams that never reported. */
    Weighing together(int width);

    /** Streams being weighed together, and what is known of them. Not for two threads at once. */
    interface Weighing {

        /**
         * Weighs one moment; what there is to say of it, if anything.
         *
         * @param micros later than that of the row before; an earlier one is ignored
         * @param values one a stream, NaN where missing
         */
        @Nullable
        Finding on(long micros, double[] values);

        /** As {@link Rule#score}. */
        double score();
    }
}
