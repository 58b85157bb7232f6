package io.chengyun.platform.evaluation.indicator;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The conditions that indicators are written in (统计条件), each once. The end of a period does not belong to it. */
final class Conditions {

    private static final String NOT_SUSPENDED = "NOT coalesce(f.suspended_at < :to, false)";

    /** 应结案: filed, its deadline in the period or closed in it, suspended ones excluded. */
    static final String DUE = "f.filed_at IS NOT NULL AND f.merged_at IS NULL AND " + NOT_SUSPENDED + " AND ("
            + within("f.due_at") + " OR " + within("f.closed_at") + ")";

    static final String CLOSED = "f.closed_at < :to";
    static final String CLOSED_IN_TIME = "f.closed_at < :to AND f.closed_at <= f.due_at";

    /** Closed after its deadline, or past it and open. */
    static final String LATE = "coalesce(f.closed_at, :to) > f.due_at";

    /** 应联系: somebody asked and is to be spoken to first. */
    static final String TO_CONTACT = "f.merged_at IS NULL AND f.state <> 'NOT_FILED' AND (" + within("f.contact_due_at")
            + " OR " + within("f.contacted_at") + ")";

    private Conditions() {}

    static String within(String moment) {
        return moment + " >= :from AND " + moment + " < :to";
    }

    static String on(String desk) {
        return "a.desk = '" + desk + "'";
    }

    static String ended(String... outcomes) {
        return "a.outcome IN "
                + Arrays.stream(outcomes)
                        .map(outcome -> "'" + outcome + "'")
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    /**
     * What a desk had to do: its deadline in the period or ended in it, suspended ones excluded. A turn taken away, or given
     * back, is not the desk's any more, unless its deadline had passed before.
     */
    static String toBeDone(String desk, String... outcomes) {
        return on(desk) + " AND (" + within("a.due_at") + " OR " + within("a.ended_at") + ") AND " + NOT_SUSPENDED
                + " AND (a.ended_at IS NULL OR " + ended(outcomes) + " OR a.ended_at > a.due_at)";
    }

    static String done(String... outcomes) {
        return "a.ended_at < :to AND " + ended(outcomes);
    }

    static String doneInTime(String... outcomes) {
        return done(outcomes) + " AND a.in_time";
    }
}
