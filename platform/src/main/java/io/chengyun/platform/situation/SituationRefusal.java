package io.chengyun.platform.situation;

import io.chengyun.kernel.Refusal;

/** Why situation says no (态势拒绝). */
public enum SituationRefusal implements Refusal {
    TOO_MANY_LISTENERS(
            "situation:too-many-listeners", "The stream has no place left: close other pages, or ask later.");

    private final Words words;

    SituationRefusal(String code, String advice) {
        this.words = new Words(code, advice, Kind.TOO_OFTEN);
    }

    @Override
    public Words words() {
        return words;
    }
}
