package io.chengyun.platform.warning;

import io.chengyun.kernel.Refusal;

/** Why a request about a warning is refused. */
public enum WarningRefusal implements Refusal {
    ABSENT("absent", "no such warning: list them with GET /api/warnings", Kind.ABSENT),
    LIFTED("lifted", "the warning was lifted meanwhile: there is nothing left to receive", Kind.CONFLICT),
    RECEIVED("received", "your organisation has received this warning already", Kind.CONFLICT),
    NOT_YOURS("not-yours", "an administrator keeps accounts and does not receive warnings", Kind.NOT_YOURS);

    private final Words words;

    WarningRefusal(String problem, String advice, Kind kind) {
        this.words = new Words("warning:" + problem, advice, kind);
    }

    @Override
    public Words words() {
        return words;
    }
}
