package io.chengyun.proof.sm;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.junit.jupiter.api.Test;

class SmTest {

    private static String sm3(String text) {
        return HexFormat.of().formatHex(new Sm3().update(text.getBytes()).digest());
    }

    /** GB/T 32905-2016, annex A. */
    @Test
    void goldenDigestsOfTheStandard() {
        assertThat(sm3("abc")).isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        assertThat(sm3("abcd".repeat(16)))
                .isEqualTo("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
    }

    @Test
    void everyLengthAsAnotherMakesIt() {
        var random = new Random(1);
        for (int length = 0; length < 300; length++) {
            var bytes = new byte[length];
            random.nextBytes(bytes);
            var other = new SM3Digest();
            other.update(bytes, 0, length);
            var expected = new byte[32];
            other.doFinal(expected, 0);
            var half = new byte[length / 2];
            var rest = new byte[length - half.length];
            System.arraycopy(bytes, 0, half, 0, half.length);
            System.arraycopy(bytes, half.length, rest, 0, rest.length);
            assertThat(new Sm3().update(half).update(rest).digest())
                    .as("length %d", length)
                    .isEqualTo(expected);
        }
    }

    @Test
    void whatAnotherSignedIsHeardAndWhatItDidNotIsNot() throws Exception {
        var curve = GMNamedCurves.getByName("sm2p256v1");
        var generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(new ECDomainParameters(curve), new SecureRandom()));
        for (int i = 0; i < 20; i++) {
            var pair = generator.generateKeyPair();
            byte[] key = ((ECPublicKeyParameters) pair.getPublic()).getQ().getEncoded(false);
            byte[] message = ("message " + i).getBytes();
            var signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
            signer.init(true, (ECPrivateKeyParameters) pair.getPrivate());
            signer.update(message, 0, message.length);
            byte[] signature = signer.generateSignature();
            assertThat(Sm2.verifies(key, message, signature)).isTrue();
            assertThat(Sm2.verifies(key, "another".getBytes(), signature)).isFalse();
            byte[] flipped = signature.clone();
            flipped[i]++;
            assertThat(Sm2.verifies(key, message, flipped)).isFalse();
            byte[] offTheCurve = key.clone();
            offTheCurve[40]++;
            assertThat(Sm2.verifies(offTheCurve, message, signature)).isFalse();
        }
    }

    @Test
    void noughtsSignNothing() {
        var curve = GMNamedCurves.getByName("sm2p256v1");
        byte[] key = curve.getG().getEncoded(false);
        assertThat(Sm2.verifies(key, new byte[0], new byte[64])).isFalse();
        assertThat(Sm2.verifies(key, new byte[0], new byte[63])).isFalse();
        assertThat(Sm2.verifies(new byte[65], new byte[0], new byte[64])).isFalse();
    }
}
