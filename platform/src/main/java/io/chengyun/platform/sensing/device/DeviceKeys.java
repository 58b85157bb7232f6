package io.chengyun.platform.sensing.device;

import io.chengyun.kernel.Ids;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.sensing.SensingRefusal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Issues and revokes credentials of devices and tells senders apart by what they show (设备认证). Asks the database: not
 * for a thread that must not wait.
 */
@Service
public class DeviceKeys {

    /** Name under which the house-wide key is given. */
    static final String HOUSE_NAME = "device";

    private final CredentialStore store;
    private final Journal journal;
    private final Clock clock;
    private final Ids ids;
    private final String houseKey;
    private final RememberedSenders remembered = new RememberedSenders();

    DeviceKeys(
            CredentialStore store,
            Journal journal,
            Clock clock,
            Ids ids,
            @Value("${chengyun.sensing.device-key:}") String houseKey) {
        this.store = store;
        this.journal = journal;
        this.clock = clock;
        this.ids = ids;
        this.houseKey = houseKey;
    }

    /** A credential with its secret, which nobody is ever told again. */
    public record Issued(Credential credential, String token) {}

    /** The sender behind a name and a secret; empty when nobody is let in with these. */
    public Optional<Sender> find(@Nullable String name, @Nullable String secret) {
        if (name == null && secret == null) {
            return houseKey.isEmpty() ? Optional.of(Sender.ANONYMOUS) : Optional.empty();
        }
        if (name == null || secret == null) {
            return Optional.empty();
        }
        if (!houseKey.isEmpty() && name.equals(HOUSE_NAME) && same(houseKey, secret)) {
            return Optional.of(Sender.HOUSE);
        }
        return findByToken(secret).filter(sender -> name.equals(sender.thing()));
    }

    /** The device with this token; empty when it is none's, or revoked. One that was found is remembered. */
    public Optional<Sender> findByToken(String token) {
        var digest = ByteBuffer.wrap(new DeviceToken(token).digest());
        var known = remembered.find(digest);
        if (known != null) {
            return Optional.of(known);
        }
        long since = remembered.generation();
        var found = store.findGood(digest.array()).map(good -> Sender.device(good.thing()));
        found.ifPresent(sender -> remembered.keep(digest, sender, since));
        return found;
    }

    /** Gives a device a credential of its own. */
    @Transactional
    public Issued issue(String thing, String by) {
        long number = store.findThing(thing).orElseThrow(() -> new Refused(SensingRefusal.NO_SUCH_ENTITY));
        var token = DeviceToken.random();
        var credential = new Credential(ids.next("dc"), thing, clock.instant(), by, null);
        store.add(credential, number, token.digest());
        journal.append(new DeviceEvent.CredentialIssued(credential, credential.issuedAt()));
        return new Issued(credential, token.secret());
    }

    /** Revokes a credential; whoever is connected with it is sent away. Revoking twice is once. */
    @Transactional
    public Credential revoke(String thing, String id, String by) {
        var standing = list(thing).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused(SensingRefusal.NO_SUCH_ENTITY));
        if (standing.revokedAt() != null) {
            return standing;
        }
        var revoked = standing.revoked(clock.instant());
        store.revoke(id, clock.instant());
        journal.append(new DeviceEvent.CredentialRevoked(revoked, by, clock.instant()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                remembered.forget();
            }
        });
        return revoked;
    }

    /** The device's credentials, revoked ones included, newest first. */
    public List<Credential> list(String thing) {
        return store.list(thing);
    }

    /** Notes that somebody was turned away. */
    @Transactional
    public void turnedAway(String sender, String why) {
        journal.append(new DeviceEvent.TurnedAway(new DeviceEvent.Attempt(sender, why), clock.instant()));
    }

    /** Takes as long for a wrong key as for the right one. */
    private static boolean same(String wanted, String sent) {
        return MessageDigest.isEqual(wanted.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
