package io.chengyun.platform.evaluation;

import io.chengyun.kernel.Refusal;

/** Why evaluation says no (评价拒绝). */
public enum EvaluationRefusal implements Refusal {
    ABSENT("evaluation:absent", "There is no such case here.", Kind.ABSENT);

    private final String code;
    private final String advice;
    private final Kind kind;

    EvaluationRefusal(String code, String advice, Kind kind) {
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
