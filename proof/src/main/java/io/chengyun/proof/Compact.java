package io.chengyun.proof;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A proof in one line (紧凑证明), short enough for a QR code on paper: what is shown of it as it is and not in base64, all of it
 * deflated (RFC 1951), in the 45 characters that a QR code packs closest (RFC 9285).
 */
public final class Compact {

    private static final String PREFIX = "TLOG-PROOF:";
    private static final int CHUNK = 8_192;

    private Compact() {}

    /** The short form of the proof. */
    public static String pack(ProofFile proof) {
        byte[] bare = new ProofFile(new byte[0], proof.index(), proof.path(), proof.checkpoint())
                .format()
                .getBytes(StandardCharsets.UTF_8);
        var both = ByteBuffer.allocate(Integer.BYTES + proof.extra().length + bare.length)
                .putInt(proof.extra().length)
                .put(proof.extra())
                .put(bare);
        return PREFIX + Base45.encode(deflated(both.array()));
    }

    static boolean isPacked(String text) {
        return text.startsWith(PREFIX);
    }

    /** @throws Unreadable also where it would grow beyond what a note may be */
    static ProofFile unpack(String text) {
        var both = ByteBuffer.wrap(inflated(Base45.decode(text.strip().substring(PREFIX.length()))));
        int extra = both.remaining() < Integer.BYTES ? -1 : both.getInt();
        if (extra < 0 || extra > both.remaining()) {
            throw new Unreadable("proof: the short form is cut off");
        }
        byte[] all = both.array();
        int bare = Integer.BYTES + extra;
        var proof = ProofFile.parse(new String(all, bare, all.length - bare, StandardCharsets.UTF_8));
        return new ProofFile(
                Arrays.copyOfRange(all, Integer.BYTES, bare), proof.index(), proof.path(), proof.checkpoint());
    }

    private static byte[] deflated(byte[] bytes) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            var packed = new ByteArrayOutputStream();
            var chunk = new byte[CHUNK];
            while (!deflater.finished()) {
                packed.write(chunk, 0, deflater.deflate(chunk));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] inflated(byte[] packed) {
        var inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            var bytes = new ByteArrayOutputStream();
            var chunk = new byte[CHUNK];
            while (!inflater.finished()) {
                int some = inflater.inflate(chunk);
                bytes.write(chunk, 0, some);
                if (some == 0 || bytes.size() > Note.LONGEST) {
                    throw new Unreadable("proof: the short form is cut off, or too long");
                }
            }
            return bytes.toByteArray();
        } catch (DataFormatException no) {
            throw new Unreadable("proof: not in the short form that it claims to have", no);
        } finally {
            inflater.end();
        }
    }
}
