package io.chengyun.platform.casework.supervision;

import io.chengyun.kernel.Refusal;

/** Why supervision says no (督办拒绝). */
public enum SupervisionRefusal implements Refusal {
    ABSENT("casework:supervision-absent", "There is no such supervision here.", Kind.ABSENT),
    NOT_YOUR_ROLE(
            "casework:supervision-not-your-role", "The commander asks, and takes the question back.", Kind.NOT_YOURS),
    NOT_YOURS("casework:supervision-not-yours", "The organisation that was asked answers.", Kind.NOT_YOURS),
    CASE_ENDED("casework:supervision-case-ended", "The case has ended: reopen it first.", Kind.CONFLICT),
    ASKED_ALREADY("casework:supervision-asked-already", "An answer is awaited already.", Kind.CONFLICT),
    ANSWERED("casework:supervision-answered", "No answer is awaited any more.", Kind.CONFLICT);

    private final Words words;

    SupervisionRefusal(String code, String advice, Kind kind) {
        this.words = new Words(code, advice, kind);
    }

    @Override
    public Words words() {
        return words;
    }
}
