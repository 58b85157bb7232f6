package io.chengyun.platform.evaluation.indicator;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.content.PackageFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What counts as come back (复发), and when as solved: the one definition, with its numbers by day from the district's file
 * {@code evaluation.yml}.
 */
record Recurrence(List<Term> all) {

    private static final String FILE = "evaluation.yml";

    /**
     * Groups of cases of one class in one unit grid, one of which was reported after another had been closed. A group stands where
     * its newest case does. Merged cases are left out: to ask twice for one thing is no recurrence. Ranked within each member.
     */
    static final String GROUPS = """
            (SELECT f.*, row_number() OVER (PARTITION BY {member} ORDER BY f.cases DESC, f.last_at DESC, f.id) AS rank
             FROM (SELECT (array_agg(c.id ORDER BY c.reported_at DESC, c.id))[1] AS id,
                          (array_agg(c.town ORDER BY c.reported_at DESC, c.id))[1] AS town,
                          (array_agg(c.grid ORDER BY c.reported_at DESC, c.id))[1] AS grid,
                          (array_agg(c.state ORDER BY c.reported_at DESC, c.id))[1] AS state,
                          (array_agg(c.organisation ORDER BY c.reported_at DESC, c.id))[1] AS organisation,
                          c.class, count(*) AS cases, min(c.reported_at) AS first_at, max(c.reported_at) AS last_at,
                          CASE WHEN bool_and(coalesce(c.closed_at < :to, false)) AND max(c.closed_at) <= :quietSince
                              THEN max(c.closed_at) END AS solved_at
                   FROM evaluation.case_fact c
                   WHERE c.unit IS NOT NULL AND c.filed_at IS NOT NULL AND c.merged_at IS NULL
                     AND c.reported_at >= :since AND c.reported_at < :to
                     AND (:town::text IS NULL OR c.town = :town)
                   GROUP BY c.class, c.unit
                   HAVING min(c.closed_at) < max(c.reported_at)) f) f""";

    /** The groups that are looked at. */
    static final String TOP = "f.rank <= :top";

    static final String SOLVED = "f.solved_at IS NOT NULL";

    Recurrence {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new Malformed(FILE, "holds nothing");
        }
    }

    /**
     * From a day on.
     *
     * @param window how far back from the end of a period cases are looked at
     * @param top how many groups of each member
     * @param quiet how long nothing may have come since the last case was closed
     */
    record Term(LocalDate from, Duration window, int top, Duration quiet) {

        Term {
            if (top < 1 || quiet.toDays() < 1 || window.compareTo(quiet) <= 0) {
                throw new Malformed(FILE, "top must be 1 or more, quiet a day or more, and window longer than quiet");
            }
        }

        /** Its numbers, for the definition on the page. */
        Map<String, String> words() {
            return Map.of(
                    "top", String.valueOf(top),
                    "window", String.valueOf(window.toDays()),
                    "quiet", String.valueOf(quiet.toDays()));
        }
    }

    static Recurrence read(Path folder) {
        return new Recurrence(
                PackageFile.readList(folder.resolve(FILE), Term.class, "evaluation:recurrence-unreadable"));
    }

    /** What holds on a day. */
    Term on(LocalDate day) {
        return PackageFile.onDay(FILE, all, Term::from, day);
    }
}
