package io.chengyun.platform.casework.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which cases a folder holds for somebody, as the database is asked (范围).
 *
 * @param town only this town's, whatever the lane says; null for the whole district
 * @param from deadlines from here on
 * @param until deadlines before this
 */
record Reach(Lane lane, @Nullable String town, Instant from, Instant until) {

    private static final String OPEN = "NOT f.ended";
    private static final String BACK = "f.state IN ('RETURNED', 'INSPECTION_FAILED')";

    /**
     * Rows that lie together in one index, in the order of their deadlines.
     *
     * @param source where they are read, with what is always true of them
     * @param keys whose; one for what needs none
     */
    record Lane(String source, String column, String condition, List<String> keys) {

        Lane {
            keys = List.copyOf(keys);
        }

        static Lane everything() {
            return new Lane(FILES, "TRUE", OPEN, List.of(""));
        }

        static Lane person(String person) {
            return new Lane(FILES, "f.person = lane.key", OPEN, List.of(person));
        }

        static Lane organisations(Set<String> offices) {
            return new Lane(
                    FILES,
                    "f.organisation = lane.key",
                    OPEN,
                    offices.stream().sorted().toList());
        }

        static Lane town(String town) {
            return new Lane(FILES, "f.town = lane.key", OPEN, List.of(town));
        }

        static Lane watchedBy(String person) {
            return new Lane(
                    "casework.watched w JOIN casework.case_file f ON f.id = w.case_id",
                    "w.person = lane.key",
                    "TRUE",
                    List.of(person));
        }

        Lane cameBack() {
            return new Lane(source, column, BACK, keys);
        }

        private static final String FILES = "casework.case_file f";
    }
}
