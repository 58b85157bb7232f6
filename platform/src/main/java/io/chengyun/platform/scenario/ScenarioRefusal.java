package io.chengyun.platform.scenario;

import io.chengyun.kernel.Refusal;

/** Why scenarios say no (场景拒绝). */
public enum ScenarioRefusal implements Refusal {
    PACKAGE_WRONG(
            "scenario:package-wrong",
            "Mend every problem listed and start again: a package is taken whole or not at all.",
            Kind.UNACCEPTABLE),
    RULES_WRONG(
            "scenario:rules-wrong",
            "Mend every problem listed and send again: nothing was changed.",
            Kind.UNACCEPTABLE),
    VERSION_NOT_RAISED(
            "scenario:version-not-raised",
            "Somebody else may have changed the rules: read them again and give a version above the one in force.",
            Kind.CONFLICT),
    NOT_YOURS("scenario:not-yours", "Commanders and administrators change rules.", Kind.NOT_YOURS),
    NO_SUCH_SCENARIO("scenario:no-such-scenario", "Use the id of an installed scenario.", Kind.ABSENT),
    NO_SUCH_RULE("scenario:no-such-rule", "Use the id of a rule of this scenario.", Kind.ABSENT);

    private final Words words;

    ScenarioRefusal(String code, String advice, Kind kind) {
        this.words = new Words(code, advice, kind);
    }

    @Override
    public Words words() {
        return words;
    }
}
