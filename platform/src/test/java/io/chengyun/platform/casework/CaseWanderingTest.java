package io.chengyun.platform.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;

/** Whatever anybody tries in whatever order: what must hold of a case holds after every step. */
class CaseWanderingTest {

    private final Wanderer wanderer =
            new Wanderer(refused -> assertThat(refused).hasMessageContaining("casework:"));

    /** The same ways every time, so that every state is met every time. */
    @Property(tries = 1_000, seed = "20261123")
    void caseKeepsToTheRulesOnEveryWay(@ForAll @Size(min = 40, max = 120) List<@IntRange(max = 99_999) Integer> dice) {
        var walk = new Walk();
        for (int die : dice) {
            wanderer.step(walk, die);
            check(walk.file());
            Statistics.label("states").collect(walk.file().state());
        }
        assertThat(walk.events.stream().map(event -> event.now().revision().number()))
                .doesNotHaveDuplicates()
                .isSorted();
        Statistics.label("states").coverage(seen -> {
            for (var state : CaseState.values()) {
                seen.check(state).count(times -> times > 0);
            }
        });
    }

    private static void check(CaseFile file) {
        var course = file.course();
        assertThat(file.clocks().business().startedAt()).isEqualTo(Walk.NINE);
        assertThat(course.tally().extensions()).isLessThanOrEqualTo(2);
        assertThat(course.tally().suspensions()).isLessThanOrEqualTo(1);
        boolean beyondFiling = file.state().stage().compareTo(CaseState.Stage.FILE) > 0;
        assertThat(!beyondFiling || course.standard() != null).isTrue();
        assertThat(file.clocks().business().runs())
                .isEqualTo(!file.state().ended() && file.state() != CaseState.SUSPENDED);
        assertThat(file.clocks().holder() == null).isEqualTo(file.state().ended() || file.state() == CaseState.FILED);
        if (file.state() == CaseState.CLOSED) {
            var inspection = Objects.requireNonNull(course.inspection());
            assertThat(inspection.passed()).isTrue();
            assertThat(course.handlers()).doesNotContain(inspection.by());
            assertThat(course.evidence()).hasSizeGreaterThanOrEqualTo(2);
        }
        if (file.state().stage() == CaseState.Stage.HANDLE) {
            assertThat(Objects.requireNonNull(course.work()).organisation())
                    .isEqualTo(file.holder().organisation());
        }
    }
}
