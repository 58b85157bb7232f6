package io.chengyun.platform.sensing.quality;

import io.chengyun.kernel.Refusal;

/** Why the keeping of devices says no (维护拒绝). */
public enum QualityRefusal implements Refusal {
    NO_SUCH_WINDOW("sensing:no-such-window", "There is no such maintenance window here.", Kind.ABSENT),
    OVER("sensing:window-over", "The window is over: enter a new one that ends in the future.", Kind.CONFLICT);

    private final Words words;

    QualityRefusal(String code, String advice, Kind kind) {
        this.words = new Words(code, advice, kind);
    }

    @Override
    public Words words() {
        return words;
    }
}
