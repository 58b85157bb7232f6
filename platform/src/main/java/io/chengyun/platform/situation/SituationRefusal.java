package io.chengyun.platform.situation;

import io.chengyun.kernel.Refusal;

/** Why situation says no (态势拒绝). */
public enum SituationRefusal implements Refusal {
    TOO_MANY_LISTENERS(
            "situation:too-many-listeners", "The stream has no place left: close other pages, or ask later.");

    private final String code;
    private final String advice;

    SituationRefusal(String code, String advice) {
        this.code = code;
        this.advice = advice;
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
        return Kind.TOO_OFTEN;
    }
}
