package io.chengyun.platform.sensing;

import io.chengyun.platform.sensing.Sifted.RowGroup;
import io.chengyun.platform.sensing.StreamDirectory.KnownStream;
import io.chengyun.platform.sensing.notation.Units;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Decides row by row what may be stored (入库校验). Values in, verdicts out: no clock, store or framework.
 *
 * <p>What the door already found wrong stands; then, in this order: unknown stream, wrong unit, future, horizon, range,
 * and twice in the same batch, where the stream's policy keeps one. Whether a row is already stored only the store can say, see {@link Sifted#suspects}.
 */
final class Sieve {

    private final LongFunction<@Nullable KnownStream> streams;
    private final Window window;

    /** Earliest and latest phenomenon time taken, in microseconds since 1970, both inclusive. */
    record Window(long earliest, long latest) {}

    Sieve(LongFunction<@Nullable KnownStream> streams, Window window) {
        this.streams = streams;
        this.window = window;
    }

    /** Weighs every row and marks the bad ones in the batch. */
    Sifted sift(ObservationBatch rows) {
        var groups = new TreeMap<Long, RowGroup>();
        RowGroup group = null;
        for (int row = 0; row < rows.size(); row++) {
            if (rows.verdict(row) != null) {
                continue;
            }
            long id = rows.stream(row);
            if (group == null || group.known().stream().id() != id) {
                group = findGroup(groups, id);
            }
            var why = group == null ? Reject.UNKNOWN_DATASTREAM : weigh(rows, row, group.known());
            if (why != null) {
                rows.reject(row, why);
            } else if (group != null) {
                group.add(row);
            }
        }
        groups.values().forEach(one -> one.order(rows));
        return new Sifted(rows, groups.values());
    }

    private @Nullable RowGroup findGroup(TreeMap<Long, RowGroup> groups, long id) {
        var group = groups.get(id);
        if (group != null) {
            return group;
        }
        var known = streams.apply(id);
        if (known == null) {
            return null;
        }
        var fresh = new RowGroup(known);
        groups.put(id, fresh);
        return fresh;
    }

    private @Nullable Reject weigh(ObservationBatch rows, int row, KnownStream known) {
        var unit = rows.unit(row);
        if (unit != null && !Units.same(unit, known.stream().unit())) {
            return Reject.WRONG_UNIT;
        }
        if (rows.micros(row) > window.latest()) {
            return Reject.IN_THE_FUTURE;
        }
        if (rows.micros(row) < window.earliest()) {
            return Reject.BEFORE_HORIZON;
        }
        if (Double.isNaN(rows.value(row))) {
            // A result that is no number, and says so in its detail.
            return known.standing().registered() ? Reject.NOT_NUMERIC : null;
        }
        return known.property().believes(rows.value(row)) ? null : Reject.OUT_OF_RANGE;
    }
}
