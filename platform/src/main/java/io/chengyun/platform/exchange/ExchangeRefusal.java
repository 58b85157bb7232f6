package io.chengyun.platform.exchange;

import io.chengyun.kernel.Refusal;

/** Why a request about a data set is refused (共享拒绝). */
public enum ExchangeRefusal implements Refusal {
    ABSENT("absent", "the catalogue has no such data set: list them with GET /api/datasets", Kind.ABSENT),
    NO_VERSION("no-version", "it has no such version: GET /api/datasets/CODE lists them", Kind.ABSENT),
    NO_SHARE("no-share", "it has no such share that still stands", Kind.ABSENT),
    NOT_YOUR_SET("not-your-set", "a data steward of the organisation that owns it does this", Kind.NOT_YOURS),
    NOT_SHARED(
            "not-shared",
            "your organisation has no share of it for this purpose: ask its owner's data steward for one",
            Kind.NOT_YOURS),
    EXPIRED(
            "expired",
            "your organisation's share has ended: ask its owner's data steward for a new one",
            Kind.NOT_YOURS),
    GRADE_ABOVE(
            "grade-above",
            "every field is of a higher grade than you may have: ask its owner's data steward",
            Kind.NOT_YOURS),
    NO_SUCH_PURPOSE("no-such-purpose", "say what it is for, by a code of the catalogue's purposes", Kind.UNACCEPTABLE),
    NO_SUCH_ORGANISATION("no-such-organisation", "name an organisation of GET /api/organisations", Kind.UNACCEPTABLE),
    NOT_SHAREABLE("not-shareable", "the catalogue says that it is given to nobody", Kind.UNACCEPTABLE),
    OWN_ORGANISATION("own-organisation", "its owner needs no share of it", Kind.UNACCEPTABLE),
    TOO_LARGE(
            "too-large",
            "it has more rows or characters than chengyun.exchange.rows and .text allow: split it",
            Kind.TOO_LARGE);

    private final Words words;

    ExchangeRefusal(String problem, String advice, Kind kind) {
        this.words = new Words("exchange:" + problem, advice, kind);
    }

    @Override
    public Words words() {
        return words;
    }
}
