package io.chengyun.platform.casework.whistle;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A grid's call to departments (吹哨): come to the place of this case by then.
 *
 * @param calls one for each department, in the order in which they were named
 * @param endedAt when the grid needed nobody any more; null until then
 */
public record Whistle(
        String id,
        String caseId,
        Blow blow,
        List<Call> calls,
        @Nullable Instant endedAt) {

    public Whistle {
        calls = List.copyOf(calls);
    }

    /** 吹哨单: who called from which grid, why, and by when to be there. */
    public record Blow(String by, String grid, String note, Instant at, Instant arriveBy) {}

    /**
     * 应哨: one department that was called.
     *
     * @param arrivedAt when it was there; null while it is not
     * @param missedAt when it was written down that it was not there in time (未到场); stays if it comes later
     */
    public record Call(
            String organisation,
            @Nullable Instant arrivedAt,
            @Nullable Instant missedAt) {

        boolean awaited() {
            return arrivedAt == null && missedAt == null;
        }
    }

    Whistle arrived(String organisation, Instant at) {
        return each(
                call -> call.organisation().equals(organisation) ? new Call(organisation, at, call.missedAt()) : call);
    }

    Whistle missed(String organisation, Instant at) {
        return each(
                call -> call.organisation().equals(organisation) ? new Call(organisation, call.arrivedAt(), at) : call);
    }

    Whistle ended(Instant at) {
        return new Whistle(id, caseId, blow, calls, at);
    }

    private Whistle each(UnaryOperator<Call> change) {
        return new Whistle(id, caseId, blow, calls.stream().map(change).toList(), endedAt);
    }
}
