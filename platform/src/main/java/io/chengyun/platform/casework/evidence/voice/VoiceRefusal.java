package io.chengyun.platform.casework.evidence.voice;

import io.chengyun.kernel.Refusal;

/** Why something is not taken as a voice note (语音拒绝). */
public enum VoiceRefusal implements Refusal {
    NO_VOICE("casework:no-voice", "Send a whole voice note as WebM, Ogg Opus or MP4.", Kind.UNACCEPTABLE);

    private final Words words;

    VoiceRefusal(String code, String advice, Kind kind) {
        this.words = new Words(code, advice, kind);
    }

    @Override
    public Words words() {
        return words;
    }
}
