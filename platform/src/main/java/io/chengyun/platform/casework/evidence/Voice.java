package io.chengyun.platform.casework.evidence;

import io.chengyun.kernel.Refused;
import java.util.Arrays;

/** A voice note (语音), known by its first bytes as phones record it. */
final class Voice {

    private static final byte[] WEBM = {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3};
    private static final byte[] OGG = {'O', 'g', 'g', 'S'};
    private static final byte[] MP4_BRAND = {'f', 't', 'y', 'p'};
    private static final int BRAND_AT = 4;

    private Voice() {}

    /** The media type, whatever its name says. */
    static String type(byte[] bytes) {
        if (says(bytes, 0, WEBM)) {
            return "audio/webm";
        }
        if (says(bytes, 0, OGG)) {
            return "audio/ogg";
        }
        if (says(bytes, BRAND_AT, MP4_BRAND)) {
            return "audio/mp4";
        }
        throw new Refused(PhotoRefusal.NO_VOICE);
    }

    private static boolean says(byte[] bytes, int from, byte[] mark) {
        int until = from + mark.length;
        return bytes.length > until && Arrays.equals(bytes, from, until, mark, 0, mark.length);
    }
}
