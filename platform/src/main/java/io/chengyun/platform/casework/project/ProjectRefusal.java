package io.chengyun.platform.casework.project;

import io.chengyun.kernel.Refusal;

/** Why projects say no (项目拒绝). */
public enum ProjectRefusal implements Refusal {
    ABSENT("casework:project-absent", "There is no such project here.", Kind.ABSENT),
    NOT_YOUR_ROLE("casework:project-not-your-role", "Commanders and dispatchers keep projects.", Kind.NOT_YOURS),
    FINISHED("casework:project-finished", "The project is finished: open another.", Kind.CONFLICT),
    LINKED_ELSEWHERE(
            "casework:project-linked-elsewhere",
            "A case belongs to one project: unlink it there first.",
            Kind.CONFLICT),
    NOT_LINKED("casework:project-not-linked", "The case does not belong to this project.", Kind.UNACCEPTABLE),
    NO_SUCH_ORGANISATION(
            "casework:project-no-such-organisation", "Name an organisation that exists today.", Kind.UNACCEPTABLE);

    private final Words words;

    ProjectRefusal(String code, String advice, Kind kind) {
        this.words = new Words(code, advice, kind);
    }

    @Override
    public Words words() {
        return words;
    }
}
