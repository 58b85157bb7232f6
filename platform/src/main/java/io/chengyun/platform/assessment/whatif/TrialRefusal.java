package io.chengyun.platform.assessment.whatif;

import io.chengyun.kernel.Refusal;

/** Why a trial of a rule is refused (试算拒绝). */
public enum TrialRefusal implements Refusal {
    BUSY("trial-busy", "Another trial is running: wait for it, or cancel yours with DELETE.", Kind.CONFLICT),
    TOO_MUCH("trial-too-much", "Take fewer streams or a shorter period.", Kind.TOO_LARGE),
    NO_STREAM(
            "trial-no-stream",
            "No stream of the rule's property is named: give ids, or a town that has some.",
            Kind.UNACCEPTABLE),
    CANCELLED("trial-cancelled", "The trial was cancelled; nothing was changed.", Kind.CONFLICT);

    private final Words words;

    TrialRefusal(String problem, String advice, Kind kind) {
        this.words = new Words("assessment:" + problem, advice, kind);
    }

    @Override
    public Words words() {
        return words;
    }
}
