package io.chengyun.platform.dispatch.correction;

import io.chengyun.kernel.Refusal;

/** Why a correction of the duty list is refused (修正拒绝). */
public enum CorrectionRefusal implements Refusal {
    ABSENT("dispatch:correction-absent", "There is no such correction.", Kind.ABSENT),
    NOT_YOUR_ROLE("dispatch:correction-not-your-role", "Dispatchers propose, commanders sign.", Kind.NOT_YOURS),
    OWN_PROPOSAL("dispatch:correction-own-proposal", "Somebody else than who proposed it signs.", Kind.NOT_YOURS),
    DECIDED("dispatch:correction-decided", "It was decided before: propose another.", Kind.CONFLICT),
    NO_SUCH_ORGANISATION(
            "dispatch:correction-no-such-organisation", "Name an organisation that exists today.", Kind.UNACCEPTABLE),
    NO_SUCH_AREA(
            "dispatch:correction-no-such-area",
            "Name a town or a comprehensive grid of the district.",
            Kind.UNACCEPTABLE);

    private final Words words;

    CorrectionRefusal(String code, String advice, Kind kind) {
        this.words = new Words(code, advice, kind);
    }

    @Override
    public Words words() {
        return words;
    }
}
