package io.chengyun.rules.group;

import io.chengyun.rules.Finding;
import java.util.List;

/**
 * What a rule remembers of one group (群体状态): bounded, changed in place, and whole in its words.
 *
 * <p>Where the group stands is a function of what its members said up to its clock and of where it stood before that
 * moment, so the order in which members report the same moment does not matter.
 */
public abstract class GroupState {

    static final int NONE = 0;
    static final int UNKNOWN = 5;
    /** How many words {@link #stance} takes. */
    static final int STANCE = 3;

    /** Before any moment, yet so that a span can be taken from it. */
    private static final long NEVER = Long.MIN_VALUE / 2;

    private long clock = NEVER;
    private int before;
    private int now;

    GroupState() {}

    /** What must be kept to make it anew by {@link GroupRule#recall}; doubles as their bits. */
    public abstract long[] words();

    /** The newest moment it knows of, in microseconds since 1970. */
    final long clock() {
        return clock;
    }

    /** None, a grade from 1, or unknown. */
    final int stands() {
        return now;
    }

    /** Time goes on; never back. */
    final void moveTo(long micros) {
        if (micros > clock) {
            clock = micros;
            before = now;
        }
    }

    /** Takes up where the members leave it. What cannot be known is only worth saying where a danger stood. */
    final boolean settle(int found) {
        int next = found == UNKNOWN && before == NONE ? NONE : found;
        boolean changed = next != now;
        now = next;
        return changed;
    }

    final Finding.State said() {
        return switch (now) {
            case NONE -> Finding.State.EASED;
            case UNKNOWN -> Finding.State.UNKNOWN;
            default -> Finding.State.GRADED;
        };
    }

    final List<Long> stance() {
        return List.of(clock, (long) before, (long) now);
    }

    final void stance(long[] words, int from) {
        clock = words[from];
        before = code(words[from + 1]);
        now = code(words[from + 2]);
    }

    private static int code(long word) {
        return word < NONE || word > UNKNOWN ? NONE : (int) word;
    }

    static long[] longs(List<Long> words) {
        return words.stream().mapToLong(Long::longValue).toArray();
    }

    /** Whether words begin with this form. */
    static boolean isForm(long[] words, long form, int least) {
        return words.length >= least && words[0] == form;
    }
}
