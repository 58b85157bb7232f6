package io.chengyun.proof.sm;

import io.chengyun.proof.Algorithm;
import io.chengyun.proof.Note;
import io.chengyun.proof.NoteKey;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;

/** An SM2 key that can sign, which the module itself cannot. */
public final class Sm2TestKey implements Note.Signer {

    private final NoteKey key;
    private final ECPrivateKeyParameters secret;

    public Sm2TestKey(String name) {
        var curve = new ECDomainParameters(GMNamedCurves.getByName("sm2p256v1"));
        var pairs = new ECKeyPairGenerator();
        pairs.init(new ECKeyGenerationParameters(curve, new SecureRandom()));
        var pair = pairs.generateKeyPair();
        this.secret = (ECPrivateKeyParameters) pair.getPrivate();
        this.key = new NoteKey(
                name,
                Algorithm.SM2,
                ((ECPublicKeyParameters) pair.getPublic()).getQ().getEncoded(false));
    }

    @Override
    public NoteKey key() {
        return key;
    }

    @Override
    public Note.Signature sign(String text, Instant at) {
        try {
            var signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
            signer.init(true, secret);
            byte[] message = text.getBytes(StandardCharsets.UTF_8);
            signer.update(message, 0, message.length);
            return new Note.Signature(key.name(), key.id(), signer.generateSignature());
        } catch (CryptoException no) {
            throw new IllegalStateException(no);
        }
    }
}
