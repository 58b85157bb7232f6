package io.chengyun.platform.casework.inbox;

import io.chengyun.kernel.Refusal;

/** Why the inbox says no (收件箱拒绝). */
public enum InboxRefusal implements Refusal {
    WATCHES_ENOUGH(
            "casework:watches-enough", "Nobody keeps an eye on so many: stop watching some first.", Kind.CONFLICT);

    private final Words words;

    InboxRefusal(String code, String advice, Kind kind) {
        this.words = new Words(code, advice, kind);
    }

    @Override
    public Words words() {
        return words;
    }
}
