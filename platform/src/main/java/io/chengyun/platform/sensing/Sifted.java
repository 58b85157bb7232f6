package io.chengyun.platform.sensing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A batch after the sieve (已校验批次): its good rows by stream id and time, the others marked in the batch. */
final class Sifted {

    private final ObservationBatch batch;
    private final List<RowGroup> groups;

    Sifted(ObservationBatch batch, Collection<RowGroup> groups) {
        this.batch = batch;
        this.groups = List.copyOf(groups);
    }

    ObservationBatch batch() {
        return batch;
    }

    /** Streams with at least one good row, in order of stream id. */
    List<RowGroup> groups() {
        return groups.stream().filter(group -> group.size() > 0).toList();
    }

    int accepted() {
        return groups.stream().mapToInt(RowGroup::size).sum();
    }

    /** Good rows that are not later than the newest stored of their stream: they may be stored already. */
    int[] suspects() {
        return groups.stream()
                .flatMapToInt(group -> group.rows()
                        .filter(row -> batch.micros(row) <= group.known().newestMicros()))
                .toArray();
    }

    /** Rejects rows that turned out to be stored already. */
    void rejectStored(Collection<Integer> rows) {
        if (!rows.isEmpty()) {
            rows.forEach(row -> batch.reject(row, Reject.DUPLICATE));
            groups.forEach(group -> group.dropRejected(batch));
        }
    }

    /** How many rows were rejected, by code. */
    Map<String, Integer> rejectedByCode() {
        var counts = new TreeMap<String, Integer>();
        for (int row = 0; row < batch.size(); row++) {
            var why = batch.verdict(row);
            if (why != null) {
                counts.merge(why.code(), 1, Integer::sum);
            }
        }
        return counts;
    }
}
