package io.chengyun.platform.ledger.sign;

import io.chengyun.kernel.Fault;
import io.chengyun.proof.Algorithm;
import io.chengyun.proof.Note;
import io.chengyun.proof.NoteKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;

/** A private SM2 key with its name (国密签名私钥, GB/T 32918.2). */
public final class Sm2Signer implements Note.Signer {

    private final NoteKey key;
    private final ECPrivateKeyParameters secret;

    Sm2Signer(String name, ECPrivateKeyParameters secret) {
        var point = secret.getParameters().getG().multiply(secret.getD()).normalize();
        this.key = new NoteKey(name, Algorithm.SM2, point.getEncoded(false));
        this.secret = secret;
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
            throw new Fault("ledger:cannot-sign", no);
        }
    }
}
