package io.chengyun.proof;

import io.chengyun.proof.sm.Sm2;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** How a line of a note is signed (签名算法), by the byte that C2SP gave it. */
public enum Algorithm {
    /** Ed25519 over the text (RFC 8032). */
    ED25519(0x01, "", 32) {
        @Override
        boolean verifies(byte[] key, String text, byte[] signature) {
            return ed25519(key, text.getBytes(StandardCharsets.UTF_8), signature);
        }
    },

    /** A witness's Ed25519, with the time at which it saw the text (C2SP tlog-cosignature). */
    COSIGNATURE(0x04, "", 32) {
        @Override
        boolean verifies(byte[] key, String text, byte[] signature) {
            if (signature.length <= Long.BYTES) {
                return false;
            }
            var bytes = ByteBuffer.wrap(signature);
            long seconds = bytes.getLong();
            var rest = new byte[bytes.remaining()];
            bytes.get(rest);
            return seconds >= 0 && ed25519(key, cosigned(seconds, text), rest);
        }
    },

    /** SM2 with SM3 (GB/T 32918.2), which has no byte of its own. */
    SM2(0xff, "chengyun.io/sm2-with-sm3", 65) {
        @Override
        boolean verifies(byte[] key, String text, byte[] signature) {
            return Sm2.verifies(key, text.getBytes(StandardCharsets.UTF_8), signature);
        }
    };

    private static final int SIGNATURE = 64;
    /** How a public key of 32 bytes begins where the JDK is to read it (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final byte[] prefix;
    private final int length;

    /** @param name behind the byte 0xff, so that it is not taken for another's */
    Algorithm(int type, String name, int length) {
        byte[] rest = name.getBytes(StandardCharsets.UTF_8);
        this.prefix =
                ByteBuffer.allocate(1 + rest.length).put((byte) type).put(rest).array();
        this.length = length;
    }

    abstract boolean verifies(byte[] key, String text, byte[] signature);

    /** The type's byte, and its name where it has no byte of its own: what stands before the public key. */
    byte[] prefix() {
        return prefix.clone();
    }

    int keyLength() {
        return length;
    }

    /** The message of a witness. */
    static byte[] cosigned(long seconds, String text) {
        return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean ed25519(byte[] key, byte[] message, byte[] signature) {
        // the JDK reads past what is longer
        if (signature.length != SIGNATURE) {
            return false;
        }
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(publicKey(key));
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException notOne) {
            return false;
        }
    }

    private static PublicKey publicKey(byte[] key) throws GeneralSecurityException {
        var encoded = ByteBuffer.allocate(X509.length + key.length).put(X509).put(key);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded.array()));
    }
}
