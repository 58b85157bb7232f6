package io.chengyun.platform.assessment.verdict;

import io.chengyun.kernel.Refusal;

/** Why a request about a signal or a rule's record is refused (评判拒绝). */
public enum VerdictRefusal implements Refusal {
    NO_SUCH_SIGNAL("no-such-signal", "No such signal: list them with GET /api/signals.", Kind.ABSENT),
    NO_SUCH_RULE("no-such-rule", "No such rule: list them with GET /api/rules.", Kind.ABSENT),
    NO_ALARM("no-alarm", "The signal says that a danger eased; judge the one that said it was there.", Kind.CONFLICT),
    NOT_YOURS("not-yours", "Commanders, acceptors and handlers judge signals.", Kind.NOT_YOURS),
    NOT_YOURS_TO_RESTORE("not-yours-to-restore", "Commanders and administrators restore rules.", Kind.NOT_YOURS),
    NOT_ADVISORY("not-advisory", "This version of the rule warns already: nothing to restore.", Kind.CONFLICT);

    private final Words words;

    VerdictRefusal(String problem, String advice, Kind kind) {
        this.words = new Words("assessment:" + problem, advice, kind);
    }

    @Override
    public Words words() {
        return words;
    }
}
