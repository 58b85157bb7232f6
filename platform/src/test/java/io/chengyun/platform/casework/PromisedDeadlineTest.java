package io.chengyun.platform.casework;

import static io.chengyun.platform.casework.Walk.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.CaseFile.Source;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What was promised is the deadline, whatever the standards say. */
@NullUnmarked
class PromisedDeadlineTest {

    private static final Instant FRIDAY = NINE.plus(Duration.ofDays(4)).plusSeconds(33);

    private final Walk walk = new Walk(Source.CITIZEN, FRIDAY);

    private Instant dueAt() {
        return walk.file().clocks().business().dueAt();
    }

    @Test
    void promiseIsTheDeadlineFromTheFirstMoment() {
        assertThat(dueAt()).isEqualTo(FRIDAY);
        assertThat(walk.file().origin().promisedAt()).isEqualTo(FRIDAY);
    }

    @Test
    void noStandardMovesAPromise() {
        walk.minutes(5).handling();
        assertThat(walk.file().course().standard()).isEqualTo(Walk.TWO_HOURS);
        assertThat(dueAt()).isEqualTo(FRIDAY);
        assertThat(walk.left()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void overrunIsToldJustAfterThePromisedMoment() {
        walk.act(CaseAction.CONTACT, Role.ACCEPTOR, Given.note("已联系")).handling();
        var file = walk.file().with(walk.file().clocks().holder(null));
        var told = walk.deadlines.nextDueAt(file).orElseThrow();
        assertThat(told).isEqualTo(FRIDAY.plusMillis(1));
        assertThat(walk.deadlines.onDue(file, FRIDAY)).isEmpty();
        assertThat(walk.deadlines.onDue(file, told))
                .hasValueSatisfying(event -> assertThat(event).isInstanceOf(CaseEvent.Overran.class));
    }

    @Test
    void promiseOfThisMomentIsKeptByNobody() {
        var late = new Walk(Source.CITIZEN, NINE).dispatched().file();
        assertThat(late.clocks().business().dueAt()).isEqualTo(NINE);
        assertThat(late.clocks().business().overdueAt(NINE.plusMillis(1))).isTrue();
    }

    @Test
    void whatWasNotPromisedIsDueByItsStandard() {
        var usual = new Walk(Source.CITIZEN);
        usual.act(CaseAction.ACCEPT, Role.ACCEPTOR)
                .act(CaseAction.FILE, Role.ACCEPTOR, Given.standard(Walk.ONE_HOUR.code()));
        assertThat(usual.file().origin().promisedAt()).isNull();
        assertThat(usual.file().clocks().business().dueAt()).isEqualTo(NINE.plus(Duration.ofMinutes(75 + 60)));
    }
}
