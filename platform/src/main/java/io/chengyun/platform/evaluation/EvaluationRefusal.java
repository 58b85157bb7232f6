package io.chengyun.platform.evaluation;

import io.chengyun.kernel.Refusal;

/** Why evaluation says no (评价拒绝). */
public enum EvaluationRefusal implements Refusal {
    ABSENT("evaluation:absent", "There is no such case here.", Kind.ABSENT);

    private final Words words;

    EvaluationRefusal(String code, String advice, Kind kind) {
        this.words = new Words(code, advice, kind);
    }

    @Override
    public Words words() {
        return words;
    }
}
