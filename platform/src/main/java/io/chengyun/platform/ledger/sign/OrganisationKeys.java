package io.chengyun.platform.ledger.sign;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.ledger.sign.OrganisationKey.State;
import io.chengyun.proof.KeyBook;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The organisations' keys (机构密钥管理): issued when one is first needed, rotated, and revoked. */
@Service
public class OrganisationKeys {

    private final OrganisationKeyStore store;
    private final KeyRing ring;
    private final KeyPair log;
    private final Journal journal;
    private final Clock clock;

    OrganisationKeys(OrganisationKeyStore store, KeyRing ring, KeyPair log, Journal journal, Clock clock) {
        this.store = store;
        this.ring = ring;
        this.log = log;
        this.journal = journal;
        this.clock = clock;
    }

    /** All there ever were, by organisation, the first first. */
    public List<OrganisationKey> list() {
        return store.list();
    }

    /** The book by which others check what they signed. */
    public KeyBook book() {
        return new KeyBook(
                store.list().stream().flatMap(key -> key.lines().stream()).toList());
    }

    /**
     * What the organisation signs with now; made where it has nothing. In its caller's transaction.
     *
     * @param firstAct the oldest act that is to be signed, so that a new key holds for it
     */
    KeyPair need(String organisation, Instant firstAct) {
        var known = store.lock(organisation);
        if (known.isPresent()) {
            var pair = ring.pair(known.get().alias(), name(organisation));
            if (pair.ed25519().key().format().equals(known.get().ed25519())) {
                return pair;
            }
            // an older key ring was put back: what it signs with under this alias is another key
            ring.forget(known.get().alias());
            revoke(known.get(), firstAct);
        }
        return issue(organisation, firstAct);
    }

    private KeyPair issue(String organisation, Instant from) {
        int serial = store.lastSerial(organisation) + 1;
        var pair = ring.pair(OrganisationKey.alias(organisation, serial), name(organisation));
        var key = OrganisationKey.of(organisation, serial, pair, from);
        store.add(key);
        journal.append(new OrganisationKeyEvent.Issued(key, clock.instant()));
        return pair;
    }

    private void revoke(OrganisationKey key, Instant at) {
        var ended = key.ended(State.REVOKED, at);
        store.end(ended, at);
        journal.append(new OrganisationKeyEvent.Revoked(
                ended, null, "its private half is not in the key ring", clock.instant()));
    }

    /**
     * Ends the key that the organisation signs with; its next act is signed with a new one.
     *
     * @param how {@link State#ROTATED}, or {@link State#REVOKED} where others may have got hold of it
     * @throws Refused {@code ledger:no-such-key} where it has none that holds
     */
    @Transactional
    public OrganisationKey end(String organisation, State how, String by, String reason) {
        var now = clock.instant();
        var ended = store.lock(organisation)
                .orElseThrow(() -> new Refused(SignRefusal.NO_SUCH_KEY))
                .ended(how, now);
        store.end(ended, now);
        journal.append(
                how == State.REVOKED
                        ? new OrganisationKeyEvent.Revoked(ended, by, reason, now)
                        : new OrganisationKeyEvent.Rotated(ended, by, reason, now));
        ring.forget(ended.alias());
        return ended;
    }

    private String name(String organisation) {
        return log.name() + "/" + organisation;
    }
}
