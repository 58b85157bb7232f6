package io.chengyun.platform.access;

import io.chengyun.kernel.Refusal;

/** Why access says no (权限拒绝). */
public enum AccessRefusal implements Refusal {
    NOT_SIGNED_IN("access:not-signed-in", "Sign in first: POST /api/session.", Kind.UNKNOWN_CALLER),
    WRONG_PASSWORD("access:wrong-password", "Check the name and the password.", Kind.UNKNOWN_CALLER),
    TOO_MANY_TRIES("access:too-many-tries", "Too many wrong passwords: wait before the next try.", Kind.TOO_OFTEN),
    CROSS_SITE("access:cross-site", "Send changes from the console's own pages only.", Kind.NOT_YOURS),
    WRONG_CONTENT_TYPE(
            "access:wrong-content-type", "Send application/json, or multipart/form-data for files.", Kind.UNACCEPTABLE);

    private final Words words;

    AccessRefusal(String code, String advice, Kind kind) {
        this.words = new Words(code, advice, kind);
    }

    @Override
    public Words words() {
        return words;
    }
}
