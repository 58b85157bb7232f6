package io.chengyun.platform.sensing;

import io.chengyun.platform.sensing.StreamDirectory.KnownStream;
import io.chengyun.platform.sensing.notation.PhenomenonTime;
import io.chengyun.platform.sensing.table.Duplicates;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** A batch after the sieve (已校验批次): its good rows by stream id and time, the others marked in the batch. */
final class Sifted {

    private final ObservationBatch batch;
    private final List<RowGroup> groups;
    /** Good rows that stand in the place of one that is stored. */
    private final Set<Integer> corrections = new HashSet<>();
    /** Those of them that say something else than what stood there. */
    private final Set<Integer> changes = new HashSet<>();

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

    /** Of these suspects, which turned out to be stored already, those whose stream has this policy. */
    List<Integer> under(Duplicates policy, Collection<Integer> stored) {
        if (stored.isEmpty()) {
            return List.of();
        }
        var wanted = Set.copyOf(stored);
        return groups.stream()
                .filter(group -> group.known().standing().duplicates() == policy)
                .flatMap(group -> group.rows().boxed())
                .filter(wanted::contains)
                .toList();
    }

    /** Rejects rows that are stored already. */
    void rejectStored(Collection<Integer> rows) {
        if (!rows.isEmpty()) {
            rows.forEach(row -> batch.reject(row, Reject.DUPLICATE));
            groups.forEach(group -> group.dropRejected(batch));
        }
    }

    /** Lets rows stand in the place of those that are stored. */
    void correct(Collection<Integer> rows) {
        corrections.addAll(rows);
    }

    /** Whether the row stands in the place of one that is stored. */
    boolean corrects(int row) {
        return !corrections.isEmpty() && corrections.contains(row);
    }

    /** Notes which of these rows say something else than what stood there: sent again, the same is no news. */
    void changed(Collection<Integer> rows) {
        changes.addAll(rows);
    }

    /** Whether the row says something else than what stood in its place. */
    boolean changes(int row) {
        return !changes.isEmpty() && changes.contains(row);
    }

    /** Whether any does. */
    boolean changesAny() {
        return !changes.isEmpty();
    }

    /** The rows that stand in the place of others, in order of row. */
    int[] corrections() {
        return corrections.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    /** After rows were given other times: brings the streams that keep all into order again. */
    void reorder() {
        groups.stream()
                .filter(group -> group.known().standing().duplicates() == Duplicates.BOTH)
                .forEach(group -> group.order(batch));
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

    /** The months, in UTC, in which good rows lie. */
    Set<YearMonth> months() {
        var months = new TreeSet<YearMonth>();
        for (var group : groups()) {
            // Rows are in time order: only where the month's end is passed is a new month looked up.
            long end = Long.MIN_VALUE;
            for (int i = 0; i < group.size(); i++) {
                long micros = batch.micros(group.row(i));
                if (micros >= end) {
                    var month = YearMonth.from(PhenomenonTime.instant(micros).atOffset(ZoneOffset.UTC));
                    months.add(month);
                    end = PhenomenonTime.micros(
                            month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
                }
            }
        }
        return months;
    }

    /** The good rows of one stream in a batch (同流行组), as row numbers in time order. */
    static final class RowGroup {

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

        /** Brings the rows into time order, and settles several at one time as the stream's policy says. */
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
                if (batch.micros(rows[i - 1]) >= batch.micros(rows[i])) {
                    settle(batch, i);
                }
            }
            dropRejected(batch);
        }

        private void settle(ObservationBatch batch, int second) {
            switch (known.standing().duplicates()) {
                case FIRST -> batch.reject(rows[second], Reject.DUPLICATE);
                case LAST -> batch.reject(rows[second - 1], Reject.DUPLICATE);
                case BOTH -> batch.move(rows[second], batch.micros(rows[second - 1]) + 1);
            }
        }

        /** Forgets rows that were rejected after they had been added. */
        void dropRejected(ObservationBatch batch) {
            rows = rows().filter(row -> batch.verdict(row) == null).toArray();
            size = rows.length;
        }
    }
}
