package io.chengyun.proof;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A private Ed25519 key with its name (签名私钥): of a log, or of a witness. */
public final class NoteSigner implements Note.Signer {

    private static final String MARK = "PRIVATE+KEY+";
    private static final int PARTS = 3;
    private static final int SEED = 32;

    private final NoteKey key;
    private final byte[] seed;
    private final PrivateKey secret;

    private NoteSigner(String name, Algorithm algorithm, byte[] seed) {
        try {
            this.key = new NoteKey(name, algorithm, publicKey(seed));
            this.seed = seed.clone();
            this.secret = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** A new key. */
    public static NoteSigner generate(String name, Algorithm algorithm, SecureRandom random) {
        var seed = new byte[SEED];
        random.nextBytes(seed);
        return new NoteSigner(name, algorithm, seed);
    }

    /** The key that a pair of the JDK holds. */
    public static NoteSigner of(String name, EdECPrivateKey secret) {
        return new NoteSigner(name, Algorithm.ED25519, secret.getBytes().orElseThrow());
    }

    /** @throws Unreadable unless it is what {@link #format} wrote */
    public static NoteSigner parse(String text) {
        var line = text.strip();
        var parts = line.startsWith(MARK) ? line.substring(MARK.length()).split("\\+", PARTS) : new String[0];
        if (parts.length != PARTS) {
            throw new Unreadable("private key: not '" + MARK + "name+id+base64'");
        }
        byte[] all = Strict.base64("private key of " + parts[0], parts[2]);
        for (var algorithm : new Algorithm[] {Algorithm.ED25519, Algorithm.COSIGNATURE}) {
            if (all.length == 1 + SEED && all[0] == algorithm.prefix()[0]) {
                return new NoteSigner(parts[0], algorithm, Arrays.copyOfRange(all, 1, all.length));
            }
        }
        throw new Unreadable("private key of " + parts[0] + ": of a kind that is not known here");
    }

    /** The secret as a line; whoever reads it can sign. */
    public String format() {
        var typed = new ByteArrayOutputStream();
        typed.writeBytes(key.algorithm().prefix());
        typed.writeBytes(seed);
        return MARK + key.name() + "+" + HexFormat.of().toHexDigits(key.id()) + "+"
                + Base64.getEncoder().encodeToString(typed.toByteArray());
    }

    @Override
    public NoteKey key() {
        return key;
    }

    @Override
    public Note.Signature sign(String text, Instant at) {
        if (key.algorithm() == Algorithm.ED25519) {
            return line(sign(text.getBytes(StandardCharsets.UTF_8)));
        }
        long seconds = at.getEpochSecond();
        byte[] signature = sign(Algorithm.cosigned(seconds, text));
        return line(ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(seconds)
                .put(signature)
                .array());
    }

    private Note.Signature line(byte[] signature) {
        return new Note.Signature(key.name(), key.id(), signature);
    }

    private byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The JDK makes pairs only, so it is handed the seed as its chance. */
    private static byte[] publicKey(byte[] seed) throws GeneralSecurityException {
        var pairs = KeyPairGenerator.getInstance("Ed25519");
        pairs.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(seed, 0, bytes, 0, bytes.length);
            }
        });
        byte[] encoded = pairs.generateKeyPair().getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - SEED, encoded.length);
    }
}
