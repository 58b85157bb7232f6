package io.chengyun.platform.casework;

import static io.chengyun.platform.casework.Walk.DRAINAGE;
import static io.chengyun.platform.casework.Walk.HELP;
import static io.chengyun.platform.casework.Walk.ROADS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.Turn.Actor;
import io.chengyun.platform.casework.joint.Joint;
import io.chengyun.platform.casework.joint.Joint.Part;
import io.chengyun.platform.casework.joint.Joint.Policy;
import io.chengyun.platform.casework.joint.Joint.Sharing;
import io.chengyun.platform.casework.joint.Joint.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** One case handled by several organisations. */
@NullUnmarked
class JointHandlingTest {

    private final Walk walk = new Walk().handling();

    private static Actor of(Role role, String organisation) {
        return new Actor(organisation + "-" + role, organisation, Set.of(role), Set.of(organisation));
    }

    private void share(Policy policy, Integer needed, String... helpers) {
        var given = Given.nothing().shared(new Sharing(List.of(helpers), policy, needed));
        walk.act(CaseAction.SHARE, Role.DISPATCHER, given);
    }

    private void end(CaseAction how, String organisation) {
        walk.act(how, of(Role.HANDLER, organisation), Given.note("ours is dry").on("act, 3"));
    }

    private void handIn() {
        walk.act(CaseAction.SUBMIT, of(Role.HANDLER, DRAINAGE), Walk.done("a", "b"));
    }

    private Joint joint() {
        return Objects.requireNonNull(walk.file().course().ties().joint());
    }

    private static void refused(ThrowingCallable what, CaseRefusal why) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(why));
    }

    @Test
    void withAllTheLeadWaitsForEveryPart() {
        share(Policy.ALL, null, ROADS, HELP);
        end(CaseAction.PART_DONE, ROADS);
        refused(this::handIn, CaseRefusal.PARTS_OPEN);
        end(CaseAction.PART_DONE, HELP);
        handIn();
        assertThat(walk.file().state()).isEqualTo(CaseState.HANDLED);
    }

    @Test
    void aPartThatWasDeclinedIsNotWaitedFor() {
        share(Policy.ALL, null, ROADS, HELP);
        end(CaseAction.PART_DECLINE, ROADS);
        refused(this::handIn, CaseRefusal.PARTS_OPEN);
        end(CaseAction.PART_DONE, HELP);
        handIn();
        assertThat(joint().parts()).extracting(Part::status).containsExactly(Status.DECLINED, Status.DONE);
    }

    @Test
    void withAnyOneIsEnoughAndTheOthersClocksStop() {
        share(Policy.ANY, null, ROADS, HELP);
        refused(this::handIn, CaseRefusal.PARTS_OPEN);
        end(CaseAction.PART_DONE, HELP);
        handIn();
        assertThat(joint().parts()).noneMatch(part -> part.clock().runs());
    }

    @Test
    void withSoManyOfThemExactlySoManyAreAwaited() {
        share(Policy.N_OF_M, 2, ROADS, HELP, "D-SEWER");
        end(CaseAction.PART_DONE, ROADS);
        refused(this::handIn, CaseRefusal.PARTS_OPEN);
        end(CaseAction.PART_DONE, HELP);
        handIn();
    }

    @Test
    void aLeadThatDecidesWaitsForNobody() {
        share(Policy.LEAD_DECIDES, null, ROADS);
        handIn();
        assertThat(walk.file().state()).isEqualTo(CaseState.HANDLED);
    }

    @Test
    void sharingThatCannotBeFulfilledIsMalformed() {
        for (var wrong : List.of(
                new Sharing(List.of(DRAINAGE), Policy.ALL, null),
                new Sharing(List.of(ROADS, ROADS), Policy.ALL, null),
                new Sharing(List.of(ROADS), Policy.N_OF_M, null),
                new Sharing(List.of(ROADS), Policy.N_OF_M, 0),
                new Sharing(List.of(ROADS), Policy.N_OF_M, 2))) {
            var given = Given.nothing().shared(wrong);
            assertThatThrownBy(() -> walk.act(CaseAction.SHARE, Role.DISPATCHER, given))
                    .isInstanceOf(Malformed.class);
        }
        assertThat(walk.file().course().ties().joint()).isNull();
    }

    @Test
    void sharedOnceAndOnlyHelpersEndAPart() {
        share(Policy.ALL, null, ROADS);
        refused(() -> share(Policy.ALL, null, HELP), CaseRefusal.ALREADY_SHARED);
        refused(() -> end(CaseAction.PART_DONE, HELP), CaseRefusal.NOT_YOUR_PART);
        end(CaseAction.PART_DONE, ROADS);
        refused(() -> end(CaseAction.PART_DONE, ROADS), CaseRefusal.NOT_YOUR_PART);
    }

    @Test
    void whoHelpedMayNotInspect() {
        share(Policy.ALL, null, ROADS);
        end(CaseAction.PART_DONE, ROADS);
        handIn();
        walk.act(CaseAction.CONFIRM, Role.DISPATCHER);
        refused(
                () -> walk.act(CaseAction.INSPECT_PASS, of(Role.INSPECTOR, ROADS), Given.nothing()),
                CaseRefusal.OWN_WORK);
    }

    @Test
    void aPartThatTakesTooLongIsToldOnce() {
        share(Policy.ALL, null, ROADS);
        var at = walk.now.plus(Duration.ofMinutes(121));
        var told = walk.deadlines.onDue(escalated(at), at).orElseThrow();
        assertThat(told)
                .isInstanceOfSatisfying(
                        CaseEvent.PartOverran.class,
                        event -> assertThat(event.organisation()).isEqualTo(ROADS));
        assertThat(walk.deadlines.onDue(told.now(), at)).isEmpty();
    }

    /** The case after everything else was told that time does to it by then. */
    private CaseFile escalated(Instant at) {
        var file = walk.file();
        for (var next = walk.deadlines.onDue(file, at);
                next.isPresent() && !(next.get() instanceof CaseEvent.PartOverran);
                next = walk.deadlines.onDue(file, at)) {
            file = next.get().now();
        }
        return file;
    }

    @Test
    void aNewRoundBeginsWithoutHelpers() {
        share(Policy.ALL, null, ROADS);
        walk.act(CaseAction.RETURN, of(Role.HANDLER, DRAINAGE), Walk.ground());
        assertThat(joint().parts()).noneMatch(part -> part.clock().runs());
        walk.act(CaseAction.REDISPATCH, Role.DISPATCHER, Walk.to(ROADS));
        assertThat(walk.file().course().ties().joint()).isNull();
    }
}
