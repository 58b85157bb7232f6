package io.chengyun.platform.casework.evidence;

import io.chengyun.kernel.Refusal;

/** Why a photo is not taken as evidence (证据拒绝). */
public enum PhotoRefusal implements Refusal {
    ABSENT("casework:no-such-photo", "There is no such photo here.", Kind.ABSENT),
    NO_IMAGE("casework:no-image", "Send a whole JPEG or PNG image.", Kind.UNACCEPTABLE),
    TOO_LARGE("casework:photo-too-large", "Send at most 10 MB and 50 million pixels.", Kind.TOO_LARGE);

    private final Words words;

    PhotoRefusal(String code, String advice, Kind kind) {
        this.words = new Words(code, advice, kind);
    }

    @Override
    public Words words() {
        return words;
    }
}
