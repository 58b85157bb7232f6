package io.chengyun.platform.assessment.verdict;

import io.chengyun.kernel.DomainEvent;
import java.time.Instant;

/** All that can happen to a verdict (评判). */
public sealed interface VerdictEvent extends DomainEvent {

    @Override
    Verdict now();

    @Override
    default String subject() {
        return now().signal();
    }

    @Override
    default String by() {
        return now().by();
    }

    /** 评判: a person says what a signal was worth. */
    record Given(Verdict now, Instant at) implements VerdictEvent {}

    /** 改判: a person says otherwise, or says more; the former word stays in the journal. */
    record Changed(Verdict now, Verdict.Said from, Instant at) implements VerdictEvent {}
}
