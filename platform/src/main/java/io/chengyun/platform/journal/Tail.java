package io.chengyun.platform.journal;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/** The newest entries in memory, so that followers who keep up do not read them back one by one. Thread-safe. */
final class Tail {

    private static final int LENGTH = 4_096;

    private final ArrayDeque<Entry> entries = new ArrayDeque<>();

    synchronized void add(List<Entry> fresh) {
        for (var entry : fresh) {
            if (!entries.isEmpty() && entries.getLast().number() + 1 != entry.number()) {
                entries.clear(); // another process numbered in between
            }
            entries.addLast(entry);
            if (entries.size() > LENGTH) {
                entries.removeFirst();
            }
        }
    }

    /** Entries after a number; empty when the tail does not reach back so far and the database must be asked. */
    synchronized Optional<List<Entry>> after(long number, int limit) {
        if (entries.isEmpty() || number + 1 < entries.getFirst().number()) {
            return Optional.empty();
        }
        long skip = number + 1 - entries.getFirst().number();
        return Optional.of(entries.stream().skip(skip).limit(limit).toList());
    }
}
