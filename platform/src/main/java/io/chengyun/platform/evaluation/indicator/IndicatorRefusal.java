package io.chengyun.platform.evaluation.indicator;

import io.chengyun.kernel.Refusal;

/** Why a question about indicators is turned away (指标拒绝). */
public enum IndicatorRefusal implements Refusal {
    NO_SUCH_INDICATOR(
            "evaluation:no-such-indicator", "Take a code from the answer of /api/evaluation/indicators.", Kind.ABSENT),
    NO_SUCH_MEMBER(
            "evaluation:no-such-member",
            "There is no such area, department, post or person here, or it is not yours to see.",
            Kind.ABSENT),
    NOT_THIS_SUBJECT(
            "evaluation:not-this-subject",
            "This indicator is not counted for that subject: ask for another subject.",
            Kind.UNACCEPTABLE),
    PERSONS_HIDDEN(
            "evaluation:persons-hidden",
            "Figures of persons are for commanders; add of=<your own id> for your own.",
            Kind.NOT_YOURS),
    DISTRICT_HIDDEN("evaluation:district-hidden", "You see your own town: ask with subject=TOWN.", Kind.NOT_YOURS);

    private final Words words;

    IndicatorRefusal(String code, String advice, Kind kind) {
        this.words = new Words(code, advice, kind);
    }

    @Override
    public Words words() {
        return words;
    }
}
