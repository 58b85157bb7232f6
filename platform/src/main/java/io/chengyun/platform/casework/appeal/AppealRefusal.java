package io.chengyun.platform.casework.appeal;

import io.chengyun.kernel.Refusal;

/** Why appeals say no (申诉不受理). */
public enum AppealRefusal implements Refusal {
    ABSENT("casework:appeal-absent", "There is no such appeal here.", Kind.ABSENT),
    NOT_YOURS("casework:appeal-not-yours", "The department that handled the case appeals.", Kind.NOT_YOURS),
    NOT_YOUR_ROLE("casework:appeal-not-your-role", "Commanders and dispatchers review.", Kind.NOT_YOURS),
    OWN_MATTER(
            "casework:appeal-own-matter",
            "Another organisation than the one that appeals reviews, and each reviewer once.",
            Kind.NOT_YOURS),
    NOT_CLOSED("casework:appeal-not-closed", "An appeal is lodged after the case was closed.", Kind.CONFLICT),
    NOT_OVERDUE("casework:appeal-not-overdue", "The case was in time: there is nothing to appeal.", Kind.CONFLICT),
    APPEALED_BEFORE("casework:appeal-appealed-before", "A case is appealed once.", Kind.CONFLICT),
    DECIDED("casework:appeal-decided", "The appeal was decided.", Kind.CONFLICT);

    private final Words words;

    AppealRefusal(String code, String advice, Kind kind) {
        this.words = new Words(code, advice, kind);
    }

    @Override
    public Words words() {
        return words;
    }
}
