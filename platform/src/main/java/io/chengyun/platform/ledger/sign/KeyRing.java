package io.chengyun.platform.ledger.sign;

import io.chengyun.kernel.Fault;
import io.chengyun.proof.NoteSigner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.interfaces.EdECPrivateKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.BigIntegers;

/**
 * The private keys of a house (钥匙串), in PKCS#12 files that only their owner may read: one a pair, because a file is encrypted as a
 * whole, and that is meant to be slow.
 */
public final class KeyRing {

    /** The log's own pair has a name of its own, so that whoever looks for it finds it. */
    public static final String LOG = "log";

    private static final String LOG_FILE = "keys.p12";
    private static final String FOLDER = "keys";
    private static final String PASSWORD_FILE = "keys.password";
    private static final String OWNER_ONLY = "rw-------";
    /** As the JDK writes it, encrypted with AES-256. */
    private static final String FORMAT = "PKCS12";

    private static final String ED25519 = "ed25519";
    /** The JDK knows no key of this curve, so the number itself is kept. */
    private static final String SM2 = "sm2";

    /** A file has to say what kind of secret it is. */
    private static final String KIND = "AES";

    private static final int SM2_BYTES = 32;
    private static final int PASSWORD_BYTES = 32;
    private static final int YEARS = 100;
    private static final int DAYS = 365;
    private static final ECDomainParameters CURVE = new ECDomainParameters(GMNamedCurves.getByName("sm2p256v1"));

    private final Path folder;
    private final char[] password;
    private final Instant now;
    /** Those that were read: to decrypt and unpack them takes its time. */
    private final Map<String, KeyPair> read = new HashMap<>();

    private KeyRing(Path folder, char[] password, Instant now) {
        this.folder = folder;
        this.password = password;
        this.now = now;
    }

    /**
     * The keys in the folder.
     *
     * @param password empty for one that is made and kept beside them
     * @param now since when a key that is made holds
     */
    public static KeyRing open(Path folder, String password, Instant now) {
        try {
            Files.createDirectories(folder.resolve(FOLDER));
            return new KeyRing(folder, (password.isEmpty() ? madePassword(folder) : password).toCharArray(), now);
        } catch (IOException no) {
            throw new Fault("ledger:keys-not-readable", no);
        }
    }

    private static String madePassword(Path folder) throws IOException {
        var file = folder.resolve(PASSWORD_FILE);
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        var made = Base64.getEncoder().encodeToString(bytes);
        write(file, made.getBytes(StandardCharsets.UTF_8));
        return made;
    }

    /**
     * The keys under the alias, made where there are none.
     *
     * @param name by which others know whose they are
     * @throws Fault where they cannot be read with the password
     */
    public synchronized KeyPair pair(String alias, String name) {
        var known = read.get(alias);
        if (known != null) {
            return known;
        }
        try {
            var file = file(alias);
            if (!Files.exists(file)) {
                make(file, name);
            }
            var keys = KeyStore.getInstance(FORMAT);
            try (var in = Files.newInputStream(file)) {
                keys.load(in, password);
            }
            var pair = new KeyPair(ed25519(keys, name), new Sm2Signer(name, sm2(keys)));
            read.put(alias, pair);
            return pair;
        } catch (IOException | GeneralSecurityException | OperatorCreationException no) {
            throw new Fault("ledger:keys-not-readable", no);
        }
    }

    /** Throws the keys under the alias away: nobody signs with them again. */
    public synchronized void forget(String alias) {
        read.remove(alias);
        try {
            Files.deleteIfExists(file(alias));
        } catch (IOException no) {
            throw new Fault("ledger:keys-not-readable", no);
        }
    }

    private Path file(String alias) {
        return alias.equals(LOG)
                ? folder.resolve(LOG_FILE)
                : folder.resolve(FOLDER).resolve(alias.replaceAll("[^A-Za-z0-9-]", "_") + ".p12");
    }

    private NoteSigner ed25519(KeyStore keys, String name) throws GeneralSecurityException {
        return NoteSigner.of(name, (EdECPrivateKey) keys.getKey(ED25519, password));
    }

    private ECPrivateKeyParameters sm2(KeyStore keys) throws GeneralSecurityException {
        return new ECPrivateKeyParameters(
                new BigInteger(1, keys.getKey(SM2, password).getEncoded()), CURVE);
    }

    private void make(Path file, String name) throws IOException, GeneralSecurityException, OperatorCreationException {
        var keys = KeyStore.getInstance(FORMAT);
        keys.load(null, password);
        var ed25519 = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        keys.setKeyEntry(ED25519, ed25519.getPrivate(), password, new Certificate[] {certificate(ed25519, name)});
        var pairs = new ECKeyPairGenerator();
        pairs.init(new ECKeyGenerationParameters(CURVE, new SecureRandom()));
        var sm2 = ((ECPrivateKeyParameters) pairs.generateKeyPair().getPrivate()).getD();
        keys.setKeyEntry(
                SM2,
                new SecretKeySpec(BigIntegers.asUnsignedByteArray(SM2_BYTES, sm2), KIND),
                password,
                new Certificate[0]);
        var bytes = new ByteArrayOutputStream();
        keys.store(bytes, password);
        write(file, bytes.toByteArray());
    }

    /** A store keeps keys with a certificate; nobody believes this one, the key itself is what is published. */
    private Certificate certificate(java.security.KeyPair pair, String name)
            throws GeneralSecurityException, OperatorCreationException {
        var subject = new X500Name("CN=" + name.replaceAll("[^A-Za-z0-9./-]", "_"));
        var certificate = new JcaX509v3CertificateBuilder(
                subject,
                BigInteger.ONE,
                Date.from(now),
                Date.from(now.plus(YEARS * DAYS, ChronoUnit.DAYS)),
                subject,
                pair.getPublic());
        return new JcaX509CertificateConverter()
                .getCertificate(certificate.build(new JcaContentSignerBuilder("Ed25519").build(pair.getPrivate())));
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        var fresh = Files.createTempFile(
                file.getParent(),
                file.getFileName().toString(),
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
        Files.write(fresh, bytes);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
