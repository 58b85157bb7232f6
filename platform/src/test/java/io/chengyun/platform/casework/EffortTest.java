package io.chengyun.platform.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.Course.Effort;
import io.chengyun.platform.casework.Turn.Actor;
import io.chengyun.platform.casework.joint.Joint.Policy;
import io.chengyun.platform.casework.joint.Joint.Sharing;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What handling took, as those say who hand it in. */
@NullUnmarked
class EffortTest {

    private final Walk walk = new Walk().handling();

    private Effort effort() {
        return walk.file().course().result().effort();
    }

    private void submit(Effort effort) {
        walk.act(CaseAction.SUBMIT, Role.HANDLER, Walk.done("a", "b").spending(effort));
    }

    @Test
    void whatNobodySaidIsUnknown() {
        submit(Effort.NOTHING);
        assertThat(effort()).isNull();
    }

    @Test
    void helpersAndRoundsAreAddedUp() {
        walk.act(
                CaseAction.SHARE,
                Role.DISPATCHER,
                Given.nothing().shared(new Sharing(List.of(Walk.ROADS), Policy.ALL, null)));
        var roads = new Actor("r-1", Walk.ROADS, Set.of(Role.HANDLER), Set.of(Walk.ROADS));
        walk.act(CaseAction.PART_DONE, roads, Given.note("dry").spending(new Effort(1.5, null)));
        submit(new Effort(2.0, 6.5));
        assertThat(effort()).isEqualTo(new Effort(3.5, 6.5));

        walk.act(CaseAction.SEND_BACK_WORK, Role.DISPATCHER, Given.note("photo is dark"));
        submit(new Effort(0.5, 3.0));
        assertThat(effort()).isEqualTo(new Effort(4.0, 9.5));
    }

    @Test
    void nothingAtAllIsANumberToo() {
        submit(new Effort(0.0, 0.0));
        assertThat(effort()).isEqualTo(new Effort(0.0, 0.0));
    }

    @Test
    void whatNobodyCanHaveSpentIsMalformed() {
        malformed("crewHours", new Effort(-0.5, 1.0));
        malformed("crewHours", new Effort(100.5, 1.0));
        malformed("crewHours", new Effort(Double.NaN, 1.0));
        malformed("kilometres", new Effort(1.0, 50.5));
        malformed("kilometres", new Effort(null, Double.POSITIVE_INFINITY));
        assertThat(walk.file().state()).isEqualTo(CaseState.HANDLING);
        submit(new Effort(100.0, 50.0));
    }

    private void malformed(String field, Effort effort) {
        assertThatThrownBy(() -> submit(effort))
                .isInstanceOfSatisfying(
                        Malformed.class, wrong -> assertThat(wrong.field()).isEqualTo(field));
    }
}
