package io.chengyun.platform.evaluation.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.Given;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** A case's row of facts, column by column, as it is walked through the real casework. */
@NullUnmarked
class FactRowsTest extends FactWalk {

    private void untilDispatched() {
        after(5, "accept", Role.ACCEPTOR);
        after(5, "file", Role.ACCEPTOR, standard());
        after(20, "dispatch", Role.DISPATCHER);
    }

    private Map<String, Object> row() {
        return jdbc.sql("SELECT * FROM evaluation.case_fact WHERE id = ?")
                .param(id)
                .query()
                .singleRow();
    }

    /** In minutes after nine; null where it is not so. */
    private Long minute(String column) {
        return row().get(column) instanceof Timestamp at
                ? Duration.between(NINE, at.toInstant()).toMinutes()
                : null;
    }

    @Test
    void theDepartmentStaysWhileTheCaseIsBetweenTwo() {
        assertThat(row()).containsEntry("state", "REPORTED").containsEntry("person", null);
        untilDispatched();
        var first = row().get("organisation");
        after(5, "return", Role.HANDLER, ground());
        assertThat(row()).containsEntry("state", "RETURNED").containsEntry("organisation", first);
        after(5, "redispatch", Role.DISPATCHER, to("D-DRAINAGE"));
        assertThat(first).isNotEqualTo("D-DRAINAGE");
        assertThat(row()).containsEntry("organisation", "D-DRAINAGE").containsEntry("returns", 1);
        assertThat(minute("dispatched_at")).isEqualTo(30);
    }

    @Test
    void firstTimesStayUntilWhatTheyTellOfIsUndone() {
        untilDispatched();
        after(5, "sign", Role.HANDLER);
        after(25, "submit", Role.HANDLER, photo(1));
        assertThat(minute("handled_at")).isEqualTo(60);
        after(5, "confirm", Role.DISPATCHER);
        assertThat(minute("handled_at")).isEqualTo(60);
        after(5, "inspect-fail", Role.INSPECTOR);
        assertThat(minute("handled_at")).isNull();
        assertThat(row()).containsEntry("failed", 1).containsEntry("passed", 0).containsEntry("reworks", 1);
        after(5, "redispatch", Role.DISPATCHER, to("D-DRAINAGE"));
        after(5, "sign", Role.HANDLER);
        after(10, "submit", Role.HANDLER, photo(2));
        after(5, "confirm", Role.DISPATCHER);
        after(5, "inspect-pass", Role.INSPECTOR);
        after(20, "close", Role.ACCEPTOR);
        assertThat(row())
                .containsEntry("state", "CLOSED")
                .containsEntry("failed", 1)
                .containsEntry("passed", 1)
                .containsEntry("reworks", 1)
                .containsEntry("closing_hours", 2.0);
        assertThat(minute("filed_at")).isEqualTo(10);
        assertThat(minute("dispatched_at")).isEqualTo(30);
        assertThat(minute("handled_at")).isEqualTo(90);
        assertThat(minute("closed_at")).isEqualTo(120);
    }

    @Test
    void workThatWasSentBackIsDoneAgainAndFailedNowhere() {
        untilDispatched();
        after(5, "sign", Role.HANDLER);
        after(25, "submit", Role.HANDLER, photo(3));
        after(5, "send-back-work", Role.DISPATCHER);
        assertThat(row()).containsEntry("reworks", 1).containsEntry("failed", 0);
        assertThat(minute("handled_at")).isNull();
    }

    @Test
    void whatWasHandledStaysSoWhenTheCaseIsClosedByForce() {
        untilDispatched();
        after(5, "sign", Role.HANDLER);
        after(25, "submit", Role.HANDLER, photo(4));
        after(5, "force-close", Role.COMMANDER, Given.note("按上级决定").on("办法第 9 条"));
        assertThat(row()).containsEntry("state", "FORCED_CLOSED");
        assertThat(minute("handled_at")).isEqualTo(60);
        assertThat(minute("closed_at")).isEqualTo(65);
    }
}
