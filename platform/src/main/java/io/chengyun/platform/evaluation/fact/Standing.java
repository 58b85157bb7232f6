package io.chengyun.platform.evaluation.fact;

import io.chengyun.platform.casework.CaseEvent;
import io.chengyun.platform.casework.CaseFile;
import io.chengyun.platform.casework.CaseState;
import io.chengyun.platform.casework.CaseState.Stage;
import io.chengyun.platform.casework.clock.Pace;
import io.chengyun.platform.casework.clock.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A case as it stands after all that was heard of it, column by column as its table has them (案件事实). */
record Standing(Map<String, @Nullable Object> columns) {

    private static final Set<CaseState> HANDLED =
            EnumSet.of(CaseState.HANDLED, CaseState.PENDING_INSPECTION, CaseState.PENDING_CLOSING, CaseState.CLOSED);
    private static final Set<CaseState> CLOSED = EnumSet.of(CaseState.CLOSED, CaseState.FORCED_CLOSED);

    /** Codes of classes of parts begin with it (GB/T 30428). */
    private static final String OF_PARTS = "P";

    /** What is known of where it is, beside the case itself: its organisation's kind, and its unit grid; null outside of all. */
    record Where(String level, @Nullable String unit) {}

    /** A case of which nothing has been heard. */
    static Standing unheard() {
        return new Standing(Map.of());
    }

    /** Number of the newest entry that it was made of; 0 where nothing has been heard. */
    long number() {
        return columns.get("number") instanceof Number newest ? newest.longValue() : 0;
    }

    /**
     * How it stands after one more event. First times stay until what they tell of is undone; the department stays while a case is
     * between two, and what a reporter said stays when the case is opened again for it.
     */
    Standing after(CaseEvent event, long number, WorkCalendar calendar, Where where) {
        var now = new HashMap<>(columns);
        var file = event.now();
        now.put("number", number);
        now.put("heard_at", event.at());
        now.put("unit", where.unit());
        if (columns.isEmpty()) {
            origin(now, file);
        }
        place(now, file);
        holder(now, file, where);
        progress(now, event, calendar);
        counts(now, event);
        callBack(now, file);
        contact(now, file);
        effort(now, file);
        return new Standing(now);
    }

    private static void origin(Map<String, @Nullable Object> now, CaseFile file) {
        now.put("id", file.id());
        now.put("source", file.origin().source().name());
        now.put("requested", file.origin().request() != null);
        now.put("reporter", file.origin().by());
        now.put("reported_at", file.origin().at());
    }

    private static void place(Map<String, @Nullable Object> now, CaseFile file) {
        var matter = file.matter();
        now.put("town", matter.spot().town().value());
        now.put("grid", matter.spot().grid().value());
        now.put("class", matter.caseClass());
        now.put("kind", matter.caseClass().startsWith(OF_PARTS) ? "PART" : "EVENT");
    }

    private static void holder(Map<String, @Nullable Object> now, CaseFile file, Where where) {
        if (file.course().work() != null || now.get("dispatched_at") == null) {
            now.put("organisation", organisationOf(file));
            now.put("level", where.level());
        }
        var person = file.holder().person();
        if (file.state().stage() == Stage.HANDLE && person != null) {
            now.put("person", person);
        }
    }

    private static void progress(Map<String, @Nullable Object> now, CaseEvent event, WorkCalendar calendar) {
        var file = event.now();
        var state = file.state();
        boolean closed = CLOSED.contains(state);
        now.put("state", state.name());
        now.put("due_at", file.clocks().business().dueAt());
        first(now, "filed_at", file.course().standard() != null && state != CaseState.NOT_FILED, event::at);
        if (file.course().tally().rounds() > 0) {
            now.putIfAbsent("dispatched_at", event.at());
        }
        if (HANDLED.contains(state) || !closed) {
            first(now, "handled_at", HANDLED.contains(state), event::at);
        }
        first(now, "closed_at", closed, event::at);
        first(now, "closing_hours", closed, () -> closingHours(event, calendar));
        first(now, "suspended_at", state == CaseState.SUSPENDED, event::at);
        first(now, "merged_at", state == CaseState.MERGED, event::at);
    }

    /** What it was when that first became so, for as long as it is. */
    private static void first(Map<String, @Nullable Object> now, String column, boolean is, Supplier<Object> value) {
        if (is) {
            now.computeIfAbsent(column, unknown -> value.get());
        } else {
            now.put(column, null);
        }
    }

    private static void counts(Map<String, @Nullable Object> now, CaseEvent event) {
        var tally = event.now().course().tally();
        now.put("returns", tally.returns());
        now.put("extensions", tally.extensions());
        now.put("suspensions", tally.suspensions());
        boolean failed = event instanceof CaseEvent.InspectionFailed;
        count(now, "passed", event instanceof CaseEvent.InspectionPassed);
        count(now, "failed", failed);
        count(now, "reworks", failed || event instanceof CaseEvent.WorkSentBack);
    }

    private static void count(Map<String, @Nullable Object> now, String column, boolean oneMore) {
        int before = now.get(column) instanceof Number times ? times.intValue() : 0;
        now.put(column, oneMore ? before + 1 : before);
    }

    private static void callBack(Map<String, @Nullable Object> now, CaseFile file) {
        var said = file.course().result().callBack();
        if (said != null) {
            now.put("called_back_at", said.at());
            now.put("resolved", said.resolved());
            now.put("satisfied", said.satisfied());
        }
    }

    private static void contact(Map<String, @Nullable Object> now, CaseFile file) {
        var contact = file.course().contact();
        now.put("contact_due_at", contact == null ? null : contact.dueAt());
        now.put("contacted_at", contact == null ? null : contact.at());
    }

    private static void effort(Map<String, @Nullable Object> now, CaseFile file) {
        var effort = file.course().result().effort();
        now.put("crew_hours", effort == null ? null : effort.crewHours());
        now.put("kilometres", effort == null ? null : effort.kilometres());
    }

    /** Working hours from the report to this event. */
    private static double closingHours(CaseEvent event, WorkCalendar calendar) {
        return hours(event.now().origin().at(), event.at(), calendar);
    }

    private static double hours(Instant from, Instant to, WorkCalendar calendar) {
        return calendar.between(from, to, Pace.WORKING).toSeconds()
                / (double) Duration.ofHours(1).toSeconds();
    }

    /** The department that has to solve it; before one has it, the desk where it lies. */
    static String organisationOf(CaseFile file) {
        var work = file.course().work();
        return work == null ? file.holder().organisation() : work.organisation();
    }
}
