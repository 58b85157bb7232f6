package io.chengyun.platform.evaluation.fact;

import io.chengyun.platform.casework.CaseState;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** On which desk a case lies (工位), whose post that is, and which events are that desk's own answer. */
enum Desk {
    /** 立案. */
    FILE("ACCEPTOR", Set.of("Filed", "Rejected", "Voided")) {
        @Override
        boolean waitsFor(Desk other) {
            return other == VERIFY;
        }
    },
    /** 核实 (before filing). */
    VERIFY("INSPECTOR", Set.of("Verified", "Rejected")),
    /** 派遣. */
    DISPATCH("DISPATCHER", Set.of("Dispatched", "Arbitrated", "SentBack")),
    /** 处置. */
    HANDLE("HANDLER", Set.of("Submitted", "Returned")),
    /** 确认反馈. */
    CONFIRM("DISPATCHER", Set.of("Confirmed", "WorkSentBack")),
    /** 核查 (after handling). */
    INSPECT("INSPECTOR", Set.of("InspectionPassed", "InspectionFailed")),
    /** 结案. */
    CLOSE("ACCEPTOR", Set.of("Closed"));

    private final String post;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> answers;

    Desk(String post, Set<String> answers) {
        this.post = post;
        this.answers = answers;
    }

    String post() {
        return post;
    }

    /** Whether this event is what somebody at this desk has to say, rather than what somebody else did to the case. */
    boolean answers(String event) {
        return answers.contains(event);
    }

    /** Whether the case comes back to this desk from the other one, and its clock waits meanwhile. */
    boolean waitsFor(Desk other) {
        return false;
    }

    /** The desk that a case in this state lies on; empty when on none. */
    static Optional<Desk> of(CaseState state) {
        return Arrays.stream(values()).filter(desk -> desk.has(state)).findFirst();
    }

    private boolean has(CaseState state) {
        return switch (this) {
            case FILE -> state == CaseState.REPORTED || state == CaseState.PENDING_FILING;
            case VERIFY -> state == CaseState.PENDING_VERIFICATION;
            case DISPATCH ->
                state == CaseState.PENDING_DISPATCH
                        || state == CaseState.RETURNED
                        || state == CaseState.INSPECTION_FAILED;
            case HANDLE ->
                state == CaseState.PENDING_HANDLING || state == CaseState.HANDLING || state == CaseState.SUSPENDED;
            case CONFIRM -> state == CaseState.HANDLED;
            case INSPECT -> state == CaseState.PENDING_INSPECTION;
            case CLOSE -> state == CaseState.PENDING_CLOSING;
        };
    }
}
