package io.chengyun.platform.ledger.witness;

import io.chengyun.kernel.DomainEvent;
import io.chengyun.platform.ledger.witness.WitnessStanding.State;
import java.time.Instant;
import java.util.Optional;

/** All that can happen to a witness (见证流水). Checkpoints are not told: each would be a record, and ask for another one. */
public sealed interface WitnessEvent extends DomainEvent {

    /** The witness as it stands after the event. */
    @Override
    WitnessStanding now();

    @Override
    default String subject() {
        return "witness-" + now().name();
    }

    /** 见证方失联: it no longer signs; the count of those who do is lower. */
    record Lost(WitnessStanding now, Instant at) implements WitnessEvent {}

    /** 见证方恢复. */
    record Back(WitnessStanding now, Instant at) implements WitnessEvent {}

    /** 账本分叉: a witness signed another past of this log. Nothing is worse. */
    record SplitSeen(WitnessStanding now, Instant at) implements WitnessEvent {}

    /** What is to be told of a witness that stood there and stands here. */
    static Optional<WitnessEvent> between(WitnessStanding before, WitnessStanding after, Instant at) {
        if (before.state() == after.state()) {
            return Optional.empty();
        }
        return switch (after.state()) {
            case SPLIT -> Optional.of(new SplitSeen(after, at));
            case SILENT, REFUSED -> isLost(before.state()) ? Optional.empty() : Optional.of(new Lost(after, at));
            case SIGNS -> before.state() == State.NOT_ASKED ? Optional.empty() : Optional.of(new Back(after, at));
            case NOT_ASKED -> Optional.empty();
        };
    }

    private static boolean isLost(State state) {
        return state == State.SILENT || state == State.REFUSED;
    }
}
