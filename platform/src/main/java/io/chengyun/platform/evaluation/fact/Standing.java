package io.chengyun.platform.evaluation.fact;

import io.chengyun.platform.casework.CaseEvent;
import io.chengyun.platform.casework.CaseFile;
import io.chengyun.platform.casework.CaseState;
import io.chengyun.platform.casework.CaseState.Stage;
import io.chengyun.platform.casework.clock.Pace;
import io.chengyun.platform.casework.clock.WorkCalendar;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one event says of a case, column by column (案件事实). The store keeps first times and counts over many. */
record Standing(Map<String, @Nullable Object> columns) {

    private static final Set<CaseState> HANDLED =
            EnumSet.of(CaseState.HANDLED, CaseState.PENDING_INSPECTION, CaseState.PENDING_CLOSING, CaseState.CLOSED);
    private static final Set<CaseState> CLOSED = EnumSet.of(CaseState.CLOSED, CaseState.FORCED_CLOSED);

    /** Codes of classes of parts begin with it (GB/T 30428). */
    private static final String OF_PARTS = "P";

    /** What is known of where it is, beside the case itself: its organisation's kind, and its unit grid; null outside of all. */
    record Where(String level, @Nullable String unit) {}

    static Standing of(CaseEvent event, long number, WorkCalendar calendar, Where where) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("number", number);
        columns.put("at", Timestamp.from(event.at()));
        columns.put("level", where.level());
        columns.put("unit", where.unit());
        origin(columns, event.now());
        place(columns, event.now());
        holder(columns, event.now());
        progress(columns, event.now());
        counts(columns, event);
        columns.put("closingHours", closingHours(event, calendar));
        callBack(columns, event.now());
        contact(columns, event.now());
        effort(columns, event.now());
        return new Standing(columns);
    }

    private static void origin(Map<String, @Nullable Object> columns, CaseFile file) {
        columns.put("id", file.id());
        columns.put("source", file.origin().source().name());
        columns.put("requested", file.origin().request() != null);
        columns.put("reporter", file.origin().by());
        columns.put("reportedAt", Timestamp.from(file.origin().at()));
    }

    private static void place(Map<String, @Nullable Object> columns, CaseFile file) {
        var matter = file.matter();
        columns.put("town", matter.spot().town().value());
        columns.put("grid", matter.spot().grid().value());
        columns.put("class", matter.caseClass());
        columns.put("kind", matter.caseClass().startsWith(OF_PARTS) ? "PART" : "EVENT");
    }

    private static void holder(Map<String, @Nullable Object> columns, CaseFile file) {
        columns.put("organisation", organisationOf(file));
        columns.put("dispatched", file.course().work() != null);
        boolean handling = file.state().stage() == Stage.HANDLE;
        columns.put("person", handling ? file.holder().person() : null);
    }

    private static void progress(Map<String, @Nullable Object> columns, CaseFile file) {
        var state = file.state();
        columns.put("state", state.name());
        columns.put("isFiled", file.course().standard() != null && state != CaseState.NOT_FILED);
        columns.put("isDispatched", file.course().tally().rounds() > 0);
        columns.put("isHandled", HANDLED.contains(state));
        columns.put("isClosed", CLOSED.contains(state));
        columns.put("isMerged", state == CaseState.MERGED);
        columns.put("isSuspended", state == CaseState.SUSPENDED);
        columns.put("dueAt", Timestamp.from(file.clocks().business().dueAt()));
    }

    private static void counts(Map<String, @Nullable Object> columns, CaseEvent event) {
        var tally = event.now().course().tally();
        columns.put("returns", tally.returns());
        columns.put("extensions", tally.extensions());
        columns.put("suspensions", tally.suspensions());
        columns.put("passed", event instanceof CaseEvent.InspectionPassed ? 1 : 0);
        columns.put("failed", event instanceof CaseEvent.InspectionFailed ? 1 : 0);
        boolean again = event instanceof CaseEvent.InspectionFailed || event instanceof CaseEvent.WorkSentBack;
        columns.put("reworks", again ? 1 : 0);
    }

    private static void callBack(Map<String, @Nullable Object> columns, CaseFile file) {
        var said = file.course().result().callBack();
        columns.put("calledBackAt", said == null ? null : Timestamp.from(said.at()));
        columns.put("resolved", said == null ? null : said.resolved());
        columns.put("satisfied", said == null ? null : said.satisfied());
    }

    private static void contact(Map<String, @Nullable Object> columns, CaseFile file) {
        var contact = file.course().contact();
        var at = contact == null ? null : contact.at();
        columns.put("contactDueAt", contact == null ? null : Timestamp.from(contact.dueAt()));
        columns.put("contactedAt", at == null ? null : Timestamp.from(at));
    }

    private static void effort(Map<String, @Nullable Object> columns, CaseFile file) {
        var effort = file.course().result().effort();
        columns.put("crewHours", effort == null ? null : effort.crewHours());
        columns.put("kilometres", effort == null ? null : effort.kilometres());
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
