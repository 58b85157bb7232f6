package io.chengyun.platform.casework.together;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * How things stand that this process wrote or read last (所知), the newest of them, by id. Others may have written since: whoever
 * acts on what is known must have it confirmed in the end, and once it was not, is to ask first for a while. Thread-safe.
 *
 * @param <T> a thing as it stands
 */
public final class Known<T> {

    /** So many groups of steps ask before they trust again: others work on the same things, and being wrong costs each a second try. */
    static final int IN_DOUBT = 100;

    private final ToLongFunction<T> revision;
    private final Map<String, T> things;
    private int doubts;

    /**
     * @param most so many are known
     * @param revision counts up whenever a thing changes
     */
    public Known(int most, ToLongFunction<T> revision) {
        this.revision = revision;
        this.things = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > most;
            }
        };
    }

    public synchronized Optional<T> find(String id) {
        return Optional.ofNullable(things.get(id));
    }

    /** Notes how a thing stands, unless something newer is known of it. */
    public synchronized void note(String id, T thing) {
        var before = things.get(id);
        if (before == null || revision.applyAsLong(before) <= revision.applyAsLong(thing)) {
            things.put(id, thing);
        }
    }

    /** Whether the next group of steps may go by what is known, and ask nobody first; counts it while there is doubt. */
    public synchronized boolean nextMayTrust() {
        if (doubts == 0) {
            return true;
        }
        doubts--;
        return false;
    }

    /** What was known of one of these was wrong: forgets them. */
    public synchronized void doubt(Set<String> ids) {
        ids.forEach(things::remove);
        doubts = IN_DOUBT;
    }
}
