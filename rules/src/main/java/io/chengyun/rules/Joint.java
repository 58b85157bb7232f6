package io.chengyun.rules;

import org.jspecify.annotations.Nullable;

/**
 * A rule that can weigh several streams of one moment as one (合并研判): the flows of one network, the sensors of one machine.
 *
 * <p>What it knows of them is one {@link RuleState}, changed in place. The same rows in the same order make the same
 * findings, always. A value that is missing is unknown and never zero.
 */
public interface Joint {

    /** What it knows of so many streams that never reported. */
    RuleState initial(int width);

    /**
     * Weighs one moment; what there is to say of it, if anything.
     *
     * @param micros later than that of the row before; an earlier one is ignored
     * @param values one a stream, NaN where missing
     */
    @Nullable
    Finding on(RuleState state, long micros, double[] values);

    /** As {@link Rule#score}. */
    double score(RuleState state);
}
