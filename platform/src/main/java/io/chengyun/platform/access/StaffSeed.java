package io.chengyun.platform.access;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Fault;
import io.chengyun.kernel.Malformed;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees to it that somebody can sign in (初始账号): the sample accounts where they are wanted, otherwise one administrator.
 *
 * <p>Sample accounts share a password that everybody knows, so they are gone as soon as the setting is off.
 */
@Component
class StaffSeed implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(StaffSeed.class);
    private static final String SAMPLE_PASSWORD = "chengyun";
    private static final List<String> COLUMNS = List.of("id", "name", "nameEn", "roles", "organisation", "town");

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
        samples().forEach(person -> store.save(person, hash, true));
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

    List<Caller> samples() {
        try {
            var lines = Files.readAllLines(settings.staffFile());
            if (!List.of(lines.get(0).split(",")).equals(COLUMNS)) {
                throw new Malformed("staff.csv", "the first line must be " + String.join(",", COLUMNS));
            }
            return lines.stream().skip(1).map(StaffSeed::person).toList();
        } catch (IOException unreadable) {
            throw new Fault("access:staff-file-unreadable", unreadable);
        }
    }

    private static Caller person(String line) {
        var cells = line.split(",", -1);
        if (cells.length != COLUMNS.size()) {
            throw new Malformed("staff.csv", "'" + line + "' must have " + COLUMNS.size() + " cells");
        }
        var roles = Arrays.stream(cells[3].split(" ")).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
        var town = cells[5].isEmpty() ? null : new AreaCode(cells[5]);
        return new Caller(cells[0], cells[1], cells[2], roles, cells[4], town);
    }
}
