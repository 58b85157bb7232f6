package io.chengyun.platform.sensing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The good rows of one stream in a batch (同流行组), as row numbers in time order. */
final class RowGroup {

    private final KnownStream known;
    private int[] rows = new int[16];
    private int size;

    RowGroup(KnownStream known) {
        this.known = known;
    }

    KnownStream known() {
        return known;
    }

    void add(int row) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size * 2);
        }
        rows[size++] = row;
    }

    IntStream rows() {
        return Arrays.stream(rows, 0, size);
    }

    int size() {
        return size;
    }

    int row(int index) {
        return rows[index];
    }

    /** Brings the rows into time order; of several at one time the first that came stays, the others are rejected. */
    void order(ObservationBatch batch) {
        boolean ordered = true;
        for (int i = 1; i < size && ordered; i++) {
            ordered = batch.micros(rows[i - 1]) < batch.micros(rows[i]);
        }
        if (ordered) {
            return;
        }
        rows = rows().boxed()
                .sorted(Comparator.comparingLong(batch::micros)) // stable: who came first stays first
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 1; i < rows.length; i++) {
            if (batch.micros(rows[i - 1]) == batch.micros(rows[i])) {
                batch.reject(rows[i], Reject.DUPLICATE);
            }
        }
        dropRejected(batch);
    }

    /** Forgets rows that were rejected after they had been added. */
    void dropRejected(ObservationBatch batch) {
        rows = rows().filter(row -> batch.verdict(row) == null).toArray();
        size = rows.length;
    }
}
