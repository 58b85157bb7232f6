package io.chengyun.platform.exchange;

import io.chengyun.kernel.Ids;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.exchange.ExchangeEvent.Changed;
import io.chengyun.platform.exchange.ExchangeEvent.Denial;
import io.chengyun.platform.exchange.ExchangeEvent.Denied;
import io.chengyun.platform.exchange.ExchangeEvent.Imported;
import io.chengyun.platform.exchange.ExchangeEvent.Revoked;
import io.chengyun.platform.exchange.ExchangeEvent.Shared;
import io.chengyun.platform.exchange.ExchangeEvent.Use;
import io.chengyun.platform.exchange.ExchangeEvent.Used;
import io.chengyun.platform.exchange.Version.Change;
import io.chengyun.platform.journal.Journal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what became of a data set together with the event that says so, in one transaction (共享记录). */
@Component
class ExchangeKeeper {

    private final ExchangeStore store;
    private final Journal journal;
    private final Clock clock;
    private final Ids ids;

    ExchangeKeeper(ExchangeStore store, Journal journal, Clock clock, Ids ids) {
        this.store = store;
        this.journal = journal;
        this.clock = clock;
        this.ids = ids;
    }

    /** A table that was read and lies among the files already. */
    record Arrived(String digest, int rows, String source, String purpose) {}

    /** The version that holds now, and whether it held before. */
    record Kept(Version version, boolean same) {}

    /**
     * Makes it the newest version, unless it is that already.
     *
     * @param since what became of the rows since a version
     */
    @Transactional
    Kept keep(DataSet set, Arrived table, Function<Version, Change> since, Caller caller) {
        store.lock(set.code());
        var before = store.newest(set.code());
        if (before.filter(held -> held.digest().equals(table.digest())).isPresent()) {
            return new Kept(before.get(), true);
        }
        var now = clock.instant();
        var version = new Version(
                before.map(Version::number).orElse(0) + 1,
                table.digest(),
                table.rows(),
                before.map(since).orElse(new Change(table.rows(), 0, 0)),
                table.source(),
                table.purpose(),
                caller.id(),
                now);
        store.add(set.code(), version);
        var standing = Standing.of(set, version);
        journal.append(
                before.isEmpty()
                        ? new Imported(standing, table.purpose(), caller.id(), caller.organisation(), now)
                        : new Changed(standing, table.purpose(), caller.id(), caller.organisation(), now));
        return new Kept(version, false);
    }

    /** Grants a share; one that stands for the same organisation and purpose ends with it. */
    @Transactional
    Share grant(DataSet set, Function<String, Share> share, Caller caller) {
        store.lock(set.code());
        var granted = share.apply(ids.next("share"));
        store.shares(set.code()).stream()
                .filter(other -> other.isFor(granted.organisation(), granted.purpose()))
                .forEach(other -> end(set, other, caller));
        store.save(granted);
        journal.append(new Shared(standing(set), granted, caller.id(), caller.organisation(), clock.instant()));
        return granted;
    }

    @Transactional
    Share revoke(DataSet set, String id, Caller caller) {
        store.lock(set.code());
        return store.shares(set.code()).stream()
                .filter(share -> share.id().equals(id))
                .findFirst()
                .map(share -> end(set, share, caller))
                .orElseThrow(() -> new Refused(ExchangeRefusal.NO_SHARE));
    }

    private Share end(DataSet set, Share share, Caller caller) {
        var now = clock.instant();
        var revoked = share.revoked(now);
        store.save(revoked);
        journal.append(new Revoked(standing(set), revoked, caller.id(), caller.organisation(), now));
        return revoked;
    }

    @Transactional
    void used(DataSet set, Use use, String purpose, Caller caller) {
        journal.append(new Used(standing(set), use, purpose, caller.id(), caller.organisation(), clock.instant()));
    }

    /** Notes a try that is refused. */
    @Transactional
    void denied(DataSet set, String tried, Refused why, String purpose, Caller caller) {
        var denial = new Denial(tried, why.refusal().code());
        journal.append(new Denied(standing(set), denial, purpose, caller.id(), caller.organisation(), clock.instant()));
    }

    private Standing standing(DataSet set) {
        return Standing.of(set, store.newest(set.code()).orElse(null));
    }

    Optional<Version> find(DataSet set, int number) {
        return store.find(set.code(), number);
    }

    /** The shares that nobody revoked. */
    List<Share> shares(DataSet set) {
        return store.shares(set.code());
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
