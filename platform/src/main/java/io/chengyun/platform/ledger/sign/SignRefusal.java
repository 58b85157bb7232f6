package io.chengyun.platform.ledger.sign;

import io.chengyun.kernel.Refusal;

/** Why a request about an organisation's key is refused. */
public enum SignRefusal implements Refusal {
    NOT_YOURS("not-your-keys", "only an administrator rotates or revokes keys: ask one", Kind.NOT_YOURS),
    NO_SUCH_KEY(
            "no-such-key",
            "the organisation signs with no key now: it gets one with the next act of its people",
            Kind.ABSENT);

    private final Words words;

    SignRefusal(String problem, String advice, Kind kind) {
        this.words = new Words("ledger:" + problem, advice, kind);
    }

    @Override
    public Words words() {
        return words;
    }
}
