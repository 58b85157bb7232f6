package io.chengyun.platform.assessment.whatif;

import java.time.Instant;

/** A draft at work on stored observations (试算对象). */
interface Tried {

    /** From when observations are needed: a rule must first know what it looks back on and learns from. */
    Instant readFrom();

    /** Whether it wants all streams' observations by time; else each stream's by time, stream by stream. */
    boolean byTime();

    void on(long stream, long micros, double value);

    /**
     * What came of it, when all was read.
     *
     * @param passed how far time has come: of what is still to come nobody knows that it is silent
     */
    TrialResult result(Instant passed);
}
