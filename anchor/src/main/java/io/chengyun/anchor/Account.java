package io.chengyun.anchor;

import io.chengyun.kernel.Fault;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;

/** The account that pays (付费账户). Its key is in a file that nobody else may read, and is never said. */
final class Account {

    private static final Logger log = LoggerFactory.getLogger(Account.class);
    private static final Pattern KEY = Pattern.compile("(0x)?[0-9a-fA-F]{64}");
    private static final Set<PosixFilePermission> OWNERS =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final Credentials credentials;

    private Account(Credentials credentials) {
        this.credentials = credentials;
    }

    /** @throws Fault where the file is not there, holds no key, or others may read it */
    static Account read(Path file) {
        try {
            if (!OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
                throw unusable("others may read " + file + ": chmod 600");
            }
            var key = Files.readString(file).strip();
            if (!KEY.matcher(key).matches()) {
                throw unusable(file + " does not hold 64 hexadecimal digits");
            }
            var account = new Account(Credentials.create(key));
            log.info("checkpoints are anchored from the account {}", account.address());
            return account;
        } catch (IOException no) {
            throw new Fault("ledger:anchor-key-not-usable", no);
        }
    }

    private static Fault unusable(String why) {
        return new Fault("ledger:anchor-key-not-usable", new IOException("chengyun.ledger.anchor.key-file: " + why));
    }

    String address() {
        return credentials.getAddress();
    }

    /**
     * What is paid for a transaction (费用).
     *
     * @param tip to whoever makes the block, for a unit of gas
     * @param most for a unit of gas, all in all
     */
    record Fee(BigInteger tip, BigInteger most) {}

    /** The signed transaction as it is sent, which moves nothing and only says the data: to the account itself. */
    byte[] sign(long chain, BigInteger nonce, BigInteger gas, Fee fee, byte[] data) {
        var text = "0x" + HexFormat.of().formatHex(data);
        var transaction = RawTransaction.createTransaction(
                chain, nonce, gas, address(), BigInteger.ZERO, text, fee.tip(), fee.most());
        return TransactionEncoder.signMessage(transaction, credentials);
    }
}
