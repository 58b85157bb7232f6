package io.chengyun.platform.casework.whistle;

import io.chengyun.kernel.Refusal;

/** Why a grid's call is refused (吹哨拒绝). */
public enum WhistleRefusal implements Refusal {
    ABSENT("casework:whistle-absent", "There is no such call here.", Kind.ABSENT),
    NOT_YOUR_ROLE("casework:whistle-not-your-role", "The grid's people call, and write down who came.", Kind.NOT_YOURS),
    CASE_ENDED("casework:whistle-case-ended", "The case has ended: reopen it first.", Kind.CONFLICT),
    ENDED("casework:whistle-ended", "Nobody is needed any more: call anew.", Kind.CONFLICT),
    HERE_ALREADY("casework:whistle-here-already", "That department was written down as arrived.", Kind.CONFLICT),
    NOT_CALLED("casework:whistle-not-called", "Name a department that was called.", Kind.UNACCEPTABLE),
    NO_SUCH_ORGANISATION(
            "casework:whistle-no-such-organisation", "Name organisations that exist today.", Kind.UNACCEPTABLE);

    private final Words words;

    WhistleRefusal(String code, String advice, Kind kind) {
        this.words = new Words(code, advice, kind);
    }

    @Override
    public Words words() {
        return words;
    }
}
