package io.chengyun.platform.casework.evidence.voice;

import io.chengyun.kernel.Refused;
import java.util.Arrays;

/** A sound without anything beside the sound (净音): what is kept of a voice note, known by its first bytes as phones record it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Voice(String type, byte[] bytes) {

    private static final byte[] WEBM = {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3};
    private static final byte[] OGG = {'O', 'g', 'g', 'S'};
    private static final byte[] MP4_BRAND = {'f', 't', 'y', 'p'};
    private static final int BRAND_AT = 4;

    /** Takes the sound out of what was sent, whatever its name says; refuses what is no whole WebM, Ogg Opus or MP4. */
    public static Voice of(byte[] sent) {
        if (says(sent, 0, WEBM)) {
            return new Voice("audio/webm", WebmElements.bare(sent));
        }
        if (says(sent, 0, OGG)) {
            return new Voice("audio/ogg", OggPages.bare(sent));
        }
        if (says(sent, BRAND_AT, MP4_BRAND)) {
            return new Voice("audio/mp4", Mp4Boxes.bare(sent));
        }
        throw torn();
    }

    /** What breaks off, or does not follow its format. */
    static Refused torn() {
        return new Refused(VoiceRefusal.NO_VOICE);
    }

    /** Refuses bytes that end before this part of them. */
    static void require(byte[] bytes, int from, long length) {
        if (length < 0 || from < 0 || from > bytes.length - length) {
            throw torn();
        }
    }

    private static boolean says(byte[] bytes, int from, byte[] mark) {
        int until = from + mark.length;
        return bytes.length > until && Arrays.equals(bytes, from, until, mark, 0, mark.length);
    }
}
