package io.chengyun.platform.access;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees to it that somebody can sign in (初始账号): the sample accounts where they are wanted, otherwise one administrator.
 *
 * <p>Sample accounts share a password that everybody knows, so they are gone as soon as the setting is off.
 */
@Component
@ConditionalOnWebApplication
class StaffSeed implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(StaffSeed.class);
    private static final String SAMPLE_PASSWORD = "chengyun";

    private final StaffStore store;
    private final PasswordEncoder passwords;
    private final AccessSettings settings;
    private final TransactionTemplate transaction;

    StaffSeed(StaffStore store, PasswordEncoder passwords, AccessSettings settings, TransactionTemplate transaction) {
        this.store = store;
        this.passwords = passwords;
        this.settings = settings;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> seed(System.out));
    }

    void seed(PrintStream console) {
        if (settings.sampleAccounts()) {
            seedSamples();
            return;
        }
        int removed = store.removeSamples();
        if (removed > 0) {
            log.info("removed {} sample accounts: chengyun.access.sample-accounts is off", removed);
        }
        if (store.isEmpty()) {
            seedAdministrator(console);
        }
    }

    private void seedSamples() {
        // One digest for all: they share one password, and each digest takes a tenth of a second.
        var hash = passwords.encode(SAMPLE_PASSWORD);
        StaffFile.read(Path.of(settings.staffFile())).forEach(person -> store.save(person, hash, true));
        log.warn("sample accounts with a password that everybody knows are open; never do this where others can reach");
    }

    private void seedAdministrator(PrintStream console) {
        var password = Token.random().secret().substring(0, 20);
        var administrator = new Caller("admin", "系统管理员", "Administrator", Set.of(Role.ADMINISTRATOR), "", null);
        store.save(administrator, passwords.encode(password), false);
        // To the console only: a log is kept, copied and read by others.
        console.println(
                "Chengyun 城运: the first administrator is 'admin', password '" + password + "'. It is shown this once.");
    }
}
