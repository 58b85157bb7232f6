package io.chengyun.platform.assessment;

import io.chengyun.kernel.DomainEvent;
import java.time.Instant;

/** All that can happen to a rule at work (在用规则). */
public sealed interface RuleEvent extends DomainEvent {

    @Override
    RuleStanding now();

    @Override
    default String subject() {
        return now().scenario() + ":" + now().rule();
    }

    /** 降为参考: people called so many of its signals false that it may raise no warning any more. */
    record BecameAdvisory(RuleStanding now, Instant at) implements RuleEvent {}

    /** 恢复: a person lets it warn again; only later verdicts count. */
    record Restored(RuleStanding now, String by, Instant at) implements RuleEvent {}

    /**
     * 重学: it came into force anew, and what an older version remembered is of no use to it; it learns from what is
     * stored of these streams.
     */
    record Relearnt(RuleStanding now, int streams, Instant at) implements RuleEvent {}
}
