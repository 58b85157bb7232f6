package io.chengyun.platform.warning;

import io.chengyun.kernel.Refusal;

/** Why a request about a warning is refused. */
public enum WarningRefusal implements Refusal {
    ABSENT("absent", "no such warning: list them with GET /api/warnings", Kind.ABSENT),
    LIFTED("lifted", "the warning was lifted meanwhile: there is nothing left to receive", Kind.CONFLICT),
    RECEIVED("received", "your organisation has received this warning already", Kind.CONFLICT),
    NOT_YOURS("not-yours", "an administrator keeps accounts and does not receive warnings", Kind.NOT_YOURS);

    private final String problem;
    private final String advice;
    private final Kind kind;

    WarningRefusal(String problem, String advice, Kind kind) {
        this.problem = problem;
        this.advice = advice;
        this.kind = kind;
    }

    @Override
    public String code() {
        return "warning:" + problem;
    }

    @Override
    public String advice() {
        return advice;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
