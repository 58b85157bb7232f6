package io.chengyun.platform.access;

import io.chengyun.kernel.Refused;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down guessing (登录限制): a try is counted before its password is looked at, so a thousand at once gain nothing.
 *
 * <p>Counted by name and address together, so that a stranger's guesses cannot lock the commander out, and by address
 * alone, so that one address cannot go through all names.
 */
@Service
class SignInTries {

    private final TryStore store;
    private final TryRules rules;
    private final AccessSettings settings;
    private final Clock clock;

    SignInTries(TryStore store, AccessSettings settings, Clock clock) {
        this.store = store;
        this.rules = new TryRules(settings.triesWindow());
        this.settings = settings;
        this.clock = clock;
    }

    /** Counts a try as wrong for now; refuses when there were too many. */
    @Transactional
    void count(String name, String address) {
        store.forgetBefore(clock.instant().minus(settings.triesWindow()));
        countUnder(byAddress(address), settings.triesPerAddress());
        countUnder(byName(name, address), settings.triesPerName());
    }

    /** The try was right: the name starts afresh, and the address has one wrong try less. */
    @Transactional
    void forgive(String name, String address) {
        store.forgive(byAddress(address));
        store.forget(byName(name, address));
    }

    private void countUnder(byte[] key, int limit) {
        var now = clock.instant();
        var tries = store.lock(key, now);
        if (rules.mustWait(tries, limit, now)) {
            throw new Refused(AccessRefusal.TOO_MANY_TRIES);
        }
        store.save(key, rules.another(tries, now));
    }

    private static byte[] byAddress(String address) {
        return Token.sha256("address\n" + address);
    }

    private static byte[] byName(String name, String address) {
        return Token.sha256("name\n" + address + "\n" + name);
    }
}
