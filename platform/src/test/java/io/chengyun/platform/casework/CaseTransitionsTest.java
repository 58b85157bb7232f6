package io.chengyun.platform.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.CaseState.Stage;
import io.chengyun.platform.casework.Given.Need;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The list of transitions as a whole. */
class CaseTransitionsTest {

    @Test
    void everyStateIsReachedFromAReport() {
        var reached = EnumSet.of(CaseState.REPORTED);
        for (int round = 0; round < CaseState.values().length; round++) {
            CaseTransitions.ALL.stream()
                    .filter(way -> way.from().stream().anyMatch(reached::contains))
                    .forEach(way -> way.from().forEach(from -> reached.add(way.next(from))));
        }
        assertThat(reached).containsExactly(CaseState.values());
    }

    @Test
    void everyActionIsInTheListAndEveryStateHasAWayOn() {
        assertThat(CaseTransitions.ALL.stream().map(Transition::action).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(CaseAction.values());
        assertThat(CaseTransitions.ALL.stream()
                        .flatMap(way -> way.from().stream())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(CaseState.values());
    }

    @Test
    void everyStageWithStatesHasThem() {
        assertThat(Arrays.stream(CaseState.values()).map(CaseState::stage).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.complementOf(EnumSet.of(Stage.EVALUATE)));
    }

    @Test
    void returnedCaseIsNeverPushedOnToClosing() {
        assertThat(CaseTransitions.ALL.stream()
                        .filter(way -> way.from().contains(CaseState.RETURNED))
                        .map(way -> way.next(CaseState.RETURNED))
                        .collect(Collectors.toSet()))
                .isEqualTo(Set.of(
                        CaseState.PENDING_HANDLING, CaseState.PENDING_FILING, CaseState.MERGED, CaseState.RETURNED));
    }

    @Test
    void administratorHasNoSayInCases() {
        assertThat(CaseTransitions.ALL).noneMatch(way -> way.who().roles().contains(Role.ADMINISTRATOR));
    }

    @Test
    void everyRefusalOfACaseAndEveryStepBackNeedsAReason() {
        assertThat(CaseTransitions.ALL)
                .filteredOn(way -> Set.of(
                                CaseAction.REJECT,
                                CaseAction.VOID,
                                CaseAction.SEND_BACK,
                                CaseAction.RETURN,
                                CaseAction.SEND_BACK_WORK,
                                CaseAction.INSPECT_FAIL,
                                CaseAction.FORCE_CLOSE,
                                CaseAction.REOPEN,
                                CaseAction.ARBITRATE,
                                CaseAction.SPLIT,
                                CaseAction.PART_DECLINE)
                        .contains(way.action()))
                .allMatch(way -> way.needs().contains(Need.NOTE));
    }

    @Test
    void returnForcedClosingAndRulingNeedALegalGround() {
        assertThat(CaseTransitions.ALL)
                .filteredOn(way -> way.needs().contains(Need.LEGAL_GROUND))
                .extracting(Transition::action)
                .containsExactlyInAnyOrder(
                        CaseAction.RETURN, CaseAction.FORCE_CLOSE, CaseAction.ARBITRATE, CaseAction.PART_DECLINE);
    }

    @Test
    void everyWayToBeingFiledNeedsAStandard() {
        assertThat(CaseTransitions.ALL)
                .filteredOn(way -> way.to() == CaseState.FILED || way.action() == CaseAction.SELF_HANDLE)
                .allMatch(way -> way.needs().contains(Need.STANDARD));
    }

    @Test
    void wordsOfActionsAreLowerCaseWithHyphens() {
        assertThat(Arrays.stream(CaseAction.values()).map(CaseAction::word)).allMatch(word -> word.matches("[a-z-]+"));
        assertThat(CaseAction.of("inspect-pass")).isEqualTo(CaseAction.INSPECT_PASS);
    }
}
