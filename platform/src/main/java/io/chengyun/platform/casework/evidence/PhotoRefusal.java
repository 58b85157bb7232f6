package io.chengyun.platform.casework.evidence;

import io.chengyun.kernel.Refusal;

/** Why a photo or a voice note is not taken as evidence (证据拒绝); what is no sound at all, its own package says. */
public enum PhotoRefusal implements Refusal {
    ABSENT("casework:no-such-photo", "There is no such photo here.", Kind.ABSENT),
    NO_IMAGE("casework:no-image", "Send a whole JPEG or PNG image.", Kind.UNACCEPTABLE),
    SECOND_MEANING(
            "casework:second-meaning",
            "The file is an image and something else at once: take the photo anew.",
            Kind.UNACCEPTABLE),
    ENOUGH(
            "casework:evidence-enough",
            "This case has as many pieces of evidence as the district takes: give with the action those that it has, or report another case.",
            Kind.CONFLICT),
    TOO_LARGE(
            "casework:photo-too-large",
            "Send fewer bytes or pixels: at most 10 MB and 50 million, a voice note 2 MB, where no setting says otherwise.",
            Kind.TOO_LARGE);

    private final Words words;

    PhotoRefusal(String code, String advice, Kind kind) {
        this.words = new Words(code, advice, kind);
    }

    @Override
    public Words words() {
        return words;
    }
}
