package io.chengyun.platform.access;

import io.chengyun.kernel.Refusal;

/** Why access says no (权限拒绝). */
public enum AccessRefusal implements Refusal {
    NOT_SIGNED_IN("access:not-signed-in", "Sign in first: POST /api/session.", Kind.UNKNOWN_CALLER);

    private final String code;
    private final String advice;
    private final Kind kind;

    AccessRefusal(String code, String advice, Kind kind) {
        this.code = code;
        this.advice = advice;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
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
