package io.chengyun.platform.ledger;

import io.chengyun.kernel.Refusal;

/** Why a request about the ledger is refused. */
public enum LedgerRefusal implements Refusal {
    ABSENT("absent", "there is no such record: numbers are shown with the thing that they are about", Kind.ABSENT),
    NOT_YOURS(
            "not-yours",
            "what one person did is shown to a commander or an administrator of the whole district: ask one",
            Kind.NOT_YOURS),
    TOO_LONG_FOR_PAPER(
            "too-long-for-paper", "the record is too long for a QR code: give the proof as a file", Kind.UNACCEPTABLE),
    NOT_YET("not-yet", "the record is not in a published checkpoint yet: ask again in a few seconds", Kind.CONFLICT);

    private final Words words;

    LedgerRefusal(String problem, String advice, Kind kind) {
        this.words = new Words("ledger:" + problem, advice, kind);
    }

    @Override
    public Words words() {
        return words;
    }
}
