package io.chengyun.platform.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The newest entries in memory, so that followers who keep up do not read them back one by one. Thread-safe. */
final class Tail {

    /** A power of two, so that an entry's place follows from its number. */
    private static final int LENGTH = 512;

    private final Told[] entries = new Told[LENGTH];
    /** Number of the oldest entry held. */
    private long first;
    /** Number of the newest entry held; less than {@link #first} while none is. */
    private long last = -1;

    synchronized void add(List<Told> fresh) {
        for (var entry : fresh) {
            if (last < first || entry.number() != last + 1) {
                first = entry.number(); // the beginning, or another process numbered in between
            }
            last = entry.number();
            entries[place(last)] = entry;
            first = Math.max(first, last - LENGTH + 1);
        }
    }

    /** Entries after a number; empty when the tail does not reach back so far and the database must be asked. */
    synchronized Optional<List<Told>> after(long number, int limit) {
        if (last < first || number + 1 < first) {
            return Optional.empty();
        }
        var after = new ArrayList<Told>();
        for (long next = number + 1; next <= last && after.size() < limit; next++) {
            after.add(entries[place(next)]);
        }
        return Optional.of(after);
    }

    /** How many entries after a number the tail does not hold, at most so many as asked for. */
    synchronized int missing(long number, int limit) {
        return last < first ? limit : (int) Math.max(1, Math.min(limit, first - 1 - number));
    }

    private static int place(long number) {
        return (int) number & (LENGTH - 1);
    }
}
