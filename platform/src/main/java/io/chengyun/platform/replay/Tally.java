package io.chengyun.platform.replay;

import io.chengyun.platform.sensing.Receipt;
import java.util.Map;
import java.util.TreeMap;

/** What became of the observations: received = stored + rejected, by code (观测计数). */
final class Tally {

    private long received;
    private long stored;
    private final Map<String, Long> rejected = new TreeMap<>();

    void add(Receipt receipt) {
        received += receipt.received();
        stored += receipt.stored();
        receipt.rejected().forEach(row -> rejected.merge(row.why().code(), 1L, Long::sum));
    }

    /** The counts as the summary shows them. */
    record Counts(long received, long stored, Map<String, Long> rejected) {}

    Counts counts() {
        return new Counts(received, stored, new TreeMap<>(rejected));
    }
}
