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
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.jcajce.provider.asymmetric.util.ECUtil;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The private keys of a house (钥匙串), in a PKCS#12 file that only its owner may read. */
public final class KeyRing {

    private static final String FILE = "keys.p12";
    private static final String PASSWORD_FILE = "keys.password";
    private static final String OWNER_ONLY = "rw-------";
    /** AES-256 for keys; the JDK reads no file with SM2 keys in it, so one provider reads and writes all. */
    private static final String FORMAT = "PKCS12-AES256-AES128";

    private static final String SM2 = "/sm2";
    private static final int PASSWORD_BYTES = 32;
    private static final int YEARS = 100;
    private static final int DAYS = 365;
    private static final Provider PROVIDER = new BouncyCastleProvider();

    private final Path file;
    private final char[] password;
    private final Instant now;
    private KeyStore keys;
    /** Those that were read from it: to decrypt and unpack them takes milliseconds. */
    private final Map<String, KeyPair> read = new HashMap<>();

    private KeyRing(Path file, char[] password, Instant now) throws IOException, GeneralSecurityException {
        this.file = file;
        this.password = password;
        this.now = now;
        this.keys = load();
    }

    /**
     * Opens the file in the folder, or makes it.
     *
     * @param password empty for one that is made and kept beside the file
     * @param now since when a key that is made holds
     * @throws Fault where the file cannot be read with the password
     */
    public static KeyRing open(Path folder, String password, Instant now) {
        try {
            Files.createDirectories(folder);
            char[] secret = (password.isEmpty() ? madePassword(folder) : password).toCharArray();
            return new KeyRing(folder.resolve(FILE), secret, now);
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
        write(file, made.getBytes(StandardCharsets.UTF_8));
        return made;
    }

    private KeyStore load() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(FORMAT, PROVIDER);
        if (Files.exists(file)) {
            try (var in = Files.newInputStream(file)) {
                store.load(in, password);
            }
        } else {
            store.load(null, password);
        }
        return store;
    }

    /** The keys under the alias, made where there are none. */
    public synchronized KeyPair pair(String alias, String name) {
        var known = read.get(alias);
        if (known != null) {
            return known;
        }
        try {
            if (!keys.containsAlias(alias) || !keys.containsAlias(alias + SM2)) {
                make(alias, name);
            }
            var pair = new KeyPair(ed25519(alias, name), new Sm2Signer(name, sm2(alias)));
            read.put(alias, pair);
            return pair;
        } catch (IOException | GeneralSecurityException | OperatorCreationException no) {
            throw new Fault("ledger:key-not-readable", no);
        }
    }

    /** Throws the keys under the alias away: nobody signs with them again. */
    public synchronized void forget(String alias) {
        read.remove(alias);
        try {
            keys = load();
            for (var each : new String[] {alias, alias + SM2}) {
                if (keys.containsAlias(each)) {
                    keys.deleteEntry(each);
                }
            }
            save();
        } catch (IOException | GeneralSecurityException no) {
            throw new Fault("ledger:key-not-readable", no);
        }
    }

    private NoteSigner ed25519(String alias, String name) throws GeneralSecurityException {
        var encoded = new PKCS8EncodedKeySpec(keys.getKey(alias, password).getEncoded());
        var key = KeyFactory.getInstance("Ed25519").generatePrivate(encoded);
        return NoteSigner.of(name, (EdECPrivateKey) key);
    }

    private ECPrivateKeyParameters sm2(String alias) throws GeneralSecurityException {
        var key = (PrivateKey) keys.getKey(alias + SM2, password);
        return (ECPrivateKeyParameters) ECUtil.generatePrivateKeyParameter(key);
    }

    private void make(String alias, String name)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        keys = load(); // another house may have made them meanwhile
        if (!keys.containsAlias(alias)) {
            add(alias, name, KeyPairGenerator.getInstance("Ed25519", PROVIDER).generateKeyPair(), "Ed25519");
        }
        if (!keys.containsAlias(alias + SM2)) {
            var pairs = KeyPairGenerator.getInstance("EC", PROVIDER);
            pairs.initialize(new ECGenParameterSpec("sm2p256v1"));
            add(alias + SM2, name, pairs.generateKeyPair(), "SM3withSM2");
        }
        save();
    }

    private void add(String alias, String name, java.security.KeyPair pair, String algorithm)
            throws GeneralSecurityException, OperatorCreationException {
        var subject = new X500Name("CN=" + name.replaceAll("[^A-Za-z0-9./-]", "_"));
        // a store keeps keys with a certificate; nobody believes this one, the key itself is what is published
        var certificate = new JcaX509v3CertificateBuilder(
                subject,
                BigInteger.ONE,
                Date.from(now),
                Date.from(now.plus(YEARS * DAYS, ChronoUnit.DAYS)),
                subject,
                pair.getPublic());
        var signer =
                new JcaContentSignerBuilder(algorithm).setProvider(PROVIDER).build(pair.getPrivate());
        var signed = new JcaX509CertificateConverter().setProvider(PROVIDER).getCertificate(certificate.build(signer));
        keys.setKeyEntry(alias, pair.getPrivate(), password, new Certificate[] {signed});
    }

    private void save() throws IOException, GeneralSecurityException {
        var bytes = new ByteArrayOutputStream();
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
