package io.chengyun.platform.evaluation.indicator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an indicator counts (统计口径), and by which column it is each subject's. */
enum Base {
    /** Cases, by who has to solve them. */
    CASE(
            "evaluation.case_fact f",
            List.of("f.reported_at", "f.due_at", "f.closed_at"),
            List.of("f.filed_at", "f.due_at", "f.closed_at", "f.merged_at", "f.called_back_at"),
            Map.of(Subject.DEPARTMENT, "f.organisation", Subject.PERSON, "nullif(f.person, 'house')")),
    /** Cases, by when whoever asked was to be spoken to, and was. */
    CONTACT(
            "evaluation.case_fact f",
            List.of("f.reported_at", "f.contact_due_at", "f.contacted_at"),
            List.of("f.contact_due_at", "f.contacted_at"),
            Map.of(Subject.DEPARTMENT, "f.organisation", Subject.PERSON, "nullif(f.person, 'house')")),
    /** Cases, by who reported them. */
    REPORT(
            "evaluation.case_fact f",
            List.of("f.reported_at", "f.due_at", "f.closed_at"),
            List.of("f.reported_at"),
            Map.of(Subject.PERSON, "nullif(f.reporter, 'house')")),
    /** Turns: a case on one desk. */
    TURN(
            "evaluation.act_fact a JOIN evaluation.case_fact f ON f.id = a.case_id",
            List.of("a.opened_at", "a.due_at", "a.ended_at"),
            List.of("a.opened_at", "a.due_at", "a.ended_at"),
            Map.of(
                    Subject.DEPARTMENT, "a.organisation",
                    Subject.POST, "a.post",
                    Subject.PERSON, "nullif(a.person, 'house')")),
    /** 复发组: groups of cases that came back, by their newest case; those of each member with most cases first. */
    RECURRENCE(
            Recurrence.GROUPS,
            List.of("f.first_at", "NULL::timestamptz", "f.solved_at"),
            List.of(),
            Map.of(Subject.DEPARTMENT, "f.organisation")) {
        @Override
        String near() {
            return Recurrence.TOP;
        }
    };

    private static final Map<Subject, String> AREAS = Map.of(
            Subject.DISTRICT, "substr(f.town, 1, 6)",
            Subject.TOWN, "f.town",
            Subject.GRID, "f.grid");

    private final String from;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> times;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> moments;

    @SuppressWarnings("ImmutableEnumChecker") // made by Map.of
    private final Map<Subject, String> members;

    Base(String from, List<String> times, List<String> moments, Map<Subject, String> members) {
        this.from = from;
        this.times = times;
        this.moments = moments;
        this.members = members;
    }

    /** The facts; where they are ranked, among those of the same member. */
    String from(String member) {
        return from.replace("{member}", member);
    }

    /** When it began, when it was due, when it was done. */
    String times() {
        return String.join(", ", times);
    }

    /**
     * Rows that any indicator may have to do with: one of the moments that they ask for lies in the period. Each has an
     * index, so that a month costs what the month holds.
     */
    String near() {
        return moments.stream().map(Conditions::within).collect(Collectors.joining(" OR "));
    }

    /** The column whose value is the code of the member; empty where this is nobody's of that kind. */
    Optional<String> member(Subject subject) {
        return Optional.ofNullable(AREAS.getOrDefault(subject, members.get(subject)));
    }
}
