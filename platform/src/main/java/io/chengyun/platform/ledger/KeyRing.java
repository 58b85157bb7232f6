package io.chengyun.platform.ledger;

import io.chengyun.kernel.Fault;
import io.chengyun.proof.NoteSigner;
import java.io.IOException;
import java.math.BigInteger;
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
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The private keys of a house (钥匙串), in a PKCS#12 file that only its owner may read. */
final class KeyRing {

    private static final String FILE = "keys.p12";
    private static final String PASSWORD_FILE = "keys.password";
    private static final String OWNER_ONLY = "rw-------";
    private static final int PASSWORD_BYTES = 32;
    private static final int YEARS = 100;
    private static final int DAYS = 365;

    private final Path file;
    private final char[] password;
    private final KeyStore keys;
    private final Instant now;

    private KeyRing(Path file, char[] password, KeyStore keys, Instant now) {
        this.file = file;
        this.password = password;
        this.keys = keys;
        this.now = now;
    }

    /**
     * Opens the file in the folder, or makes it.
     *
     * @param password empty for one that is made and kept beside the file
     * @param now since when a key that is made holds
     * @throws Fault where the file cannot be read with the password
     */
    static KeyRing open(Path folder, String password, Instant now) {
        var file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            char[] secret = (password.isEmpty() ? madePassword(folder) : password).toCharArray();
            var keys = KeyStore.getInstance("PKCS12");
            if (Files.exists(file)) {
                try (var in = Files.newInputStream(file)) {
                    keys.load(in, secret);
                }
            } else {
                keys.load(null, secret);
            }
            return new KeyRing(file, secret, keys, now);
        } catch (IOException | GeneralSecurityException no) {
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
        write(file, made.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return made;
    }

    /** The key under the alias, made where there is none. */
    NoteSigner signer(String alias, String name) {
        try {
            if (!keys.containsAlias(alias)) {
                make(alias, name);
            }
            var key = (EdECPrivateKey) keys.getKey(alias, password);
            return NoteSigner.of(name, key);
        } catch (IOException | GeneralSecurityException | OperatorCreationException no) {
            throw new Fault("ledger:key-not-readable", no);
        }
    }

    private void make(String alias, String name)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var subject = new X500Name("CN=" + name.replaceAll("[^A-Za-z0-9./-]", "_"));
        // a store keeps keys with a certificate; nobody believes this one, the key itself is what is published
        var certificate = new JcaX509v3CertificateBuilder(
                subject,
                BigInteger.ONE,
                Date.from(now),
                Date.from(now.plus(YEARS * DAYS, ChronoUnit.DAYS)),
                subject,
                pair.getPublic());
        var signed = new JcaX509CertificateConverter()
                .getCertificate(certificate.build(new JcaContentSignerBuilder("Ed25519").build(pair.getPrivate())));
        keys.setKeyEntry(alias, pair.getPrivate(), password, new Certificate[] {signed});
        var bytes = new java.io.ByteArrayOutputStream();
        keys.store(bytes, password);
        write(file, bytes.toByteArray());
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
