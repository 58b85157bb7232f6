package io.chengyun.rules.group;

import io.chengyun.rules.Finding;
import io.chengyun.rules.Micros;
import java.time.Instant;
import java.util.List;

/**
 * What a rule has to say of a group (群体判定), and the streams that made it say so.
 *
 * @param witnesses oldest first, at most {@link #MOST_WITNESSES}
 */
public record GroupFinding(Finding finding, List<Witness> witnesses) {

    /** More streams than this are not named one by one. */
    public static final int MOST_WITNESSES = 32;

    public GroupFinding {
        witnesses = List.copyOf(witnesses);
    }

    /** A member's report that decided (佐证). */
    public record Witness(long stream, long micros) implements Comparable<Witness> {

        public Instant at() {
            return Micros.instant(micros);
        }

        @Override
        public int compareTo(Witness other) {
            int byTime = Long.compare(micros, other.micros);
            return byTime == 0 ? Long.compare(stream, other.stream) : byTime;
        }
    }
}
