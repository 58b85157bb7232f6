package io.chengyun.platform.replay;

import io.chengyun.kernel.Ids;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Ids that count from 1 for each kind of thing, so that a replay names everything as it did before. */
final class CountedIds implements Ids {

    private final Map<String, Long> given = new HashMap<>();

    @Override
    public synchronized String next(String prefix) {
        return String.format(Locale.ROOT, "%s-%06d", prefix, given.merge(prefix, 1L, Long::sum));
    }
}
