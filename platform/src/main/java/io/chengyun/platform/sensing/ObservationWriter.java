package io.chengyun.platform.sensing;

import io.chengyun.kernel.Ids;
import io.chengyun.platform.sensing.StoredBatch.Correction;
import io.chengyun.platform.sensing.account.Accounts;
import io.chengyun.platform.sensing.account.QuarantineStore;
import io.chengyun.platform.sensing.account.Tally;
import io.chengyun.platform.sensing.detail.DetailStore;
import io.chengyun.platform.sensing.notation.PhenomenonTime;
import io.chengyun.platform.sensing.table.RetentionSettings;
import io.chengyun.platform.sensing.table.StoredStamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes what several senders sent, in one transaction (入库): sieve, store, quarantine, listeners, journal. One write at
 * a time; a receipt means that it was committed.
 */
@Service
class ObservationWriter {

    private final TransactionTemplate transaction;
    private final StreamDirectory directory;
    private final Drawers drawers;
    private final BatchNews news;
    private final Origin origin;
    /** Whether a write ended in a way that leaves open what was committed. */
    private boolean doubtful;

    ObservationWriter(
            TransactionTemplate transaction,
            StreamDirectory directory,
            Drawers drawers,
            BatchNews news,
            Origin origin) {
        this.transaction = transaction;
        this.directory = directory;
        this.drawers = drawers;
        this.news = news;
        this.origin = origin;
    }

    /** Where good and bad rows are kept and counted. */
    @Service
    record Drawers(ObservationStore observations, DetailStore details, QuarantineStore quarantine, Accounts accounts) {}

    /** Time and identity of a batch, and how far from that time its rows may lie. */
    @Service
    record Origin(Clock clock, Ids ids, SensingSettings settings, RetentionSettings retention, StoredStamps stamps) {

        Sieve.Window window(Instant now) {
            // What came for a month that is gone could not be told from what was there.
            return new Sieve.Window(
                    Math.max(
                            PhenomenonTime.micros(now.minus(settings.horizon())),
                            PhenomenonTime.micros(retention.rawSince(now))),
                    PhenomenonTime.micros(now.plus(settings.ahead())));
        }
    }

    /** Writes the batches together and gives each sender's receipt, in their order. */
    List<Receipt> write(List<ObservationBatch> senders) {
        return write(senders, () -> {});
    }

    /**
     * Writes the batches together and gives each sender's receipt, in their order.
     *
     * @param written told as soon as it is known that they were committed
     */
    synchronized List<Receipt> write(List<ObservationBatch> senders, Runnable written) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a receipt means committed: call this outside a transaction");
        }
        if (doubtful) {
            directory.reload();
            drawers.accounts().forget();
        }
        doubtful = true;
        var sifted = new Sieve(directory::find, origin.window(origin.clock().instant()))
                .sift(ObservationBatch.joined(senders));
        var kept = transaction.execute(status -> keep(senders, sifted));
        directory.advance(sifted);
        sifted.batch().tellMoved(senders);
        drawers.accounts().add(kept.tally(), written);
        senders.forEach(this::noteAge);
        doubtful = false;
        return kept.receipts();
    }

    /** Whether observations of this time are taken at all. */
    boolean takes(long micros) {
        var window = origin.window(origin.clock().instant());
        return micros >= window.earliest() && micros <= window.latest();
    }

    /**
     * Changes what is stored of streams in a transaction of its own while nothing is being written, tells the listeners, and
     * learns the newest of these streams anew.
     *
     * @param change gives of each stream the times that it touched
     */
    synchronized void alter(Collection<Long> streams, Supplier<Map<Long, List<Instant>>> change) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "what is known of a stream must be as committed: call this outside a transaction");
        }
        doubtful = true;
        transaction.executeWithoutResult(status -> news.correct(corrections(change.get())));
        streams.forEach(directory::refresh);
        doubtful = false;
    }

    private List<Correction> corrections(Map<Long, List<Instant>> touched) {
        var corrections = new ArrayList<Correction>();
        touched.forEach((id, times) -> {
            var known = directory.find(id);
            if (known != null && !times.isEmpty()) {
                var newest = drawers.observations().newest(id);
                corrections.add(new Correction(known.stream(), times, known.isNewest(newest) ? null : newest));
            }
        });
        return corrections;
    }

    private void noteAge(ObservationBatch sender) {
        long newest = sender.newestMicros();
        if (newest != PhenomenonTime.INVALID) {
            var now = origin.clock().instant();
            var source = drawers.accounts().nameOf(sender.source());
            drawers.accounts().arrived(source, Duration.between(PhenomenonTime.instant(newest), now), now);
        }
    }

    /** What a commit is told to the senders and to the accounts. */
    private record Kept(List<Receipt> receipts, Tally tally) {}

    private Kept keep(List<ObservationBatch> senders, Sifted sifted) {
        var now = origin.clock().instant();
        var storedAt = origin.stamps().next(now);
        var id = StoredBatch.id(storedAt);
        drawers.observations().settle(sifted);
        var receipts = receipts(senders, sifted.batch());
        var tally = tally(senders, receipts);
        drawers.observations()
                .keep(sifted, tally, storedAt, new SourceEvent.BatchStored(BatchNews.digest(id, sifted), now));
        drawers.details().keep(sifted.batch().listDetails());
        drawers.quarantine().keep(id, bad(senders, receipts), now);
        news.tell(id, storedAt, sifted);
        return new Kept(receipts, tally);
    }

    private Tally tally(List<ObservationBatch> senders, List<Receipt> receipts) {
        var tally = new Tally();
        for (int i = 0; i < receipts.size(); i++) {
            var source = drawers.accounts().nameOf(senders.get(i).source());
            var receipt = receipts.get(i);
            tally.add(source, Tally.RECEIVED, receipt.received());
            tally.add(source, Tally.STORED, receipt.stored());
            receipt.rejected().forEach(one -> tally.add(source, one.why().code(), 1));
        }
        return tally;
    }

    private List<QuarantineStore.Bad> bad(List<ObservationBatch> senders, List<Receipt> receipts) {
        var bad = new ArrayList<QuarantineStore.Bad>();
        for (int i = 0; i < receipts.size(); i++) {
            var batch = senders.get(i);
            for (var one : receipts.get(i).rejected()) {
                int row = one.row() - 1;
                bad.add(new QuarantineStore.Bad(
                        drawers.accounts().nameOf(batch.source()),
                        one.row(),
                        batch.stream(row),
                        one.why().code(),
                        batch.raw(row)));
            }
        }
        return bad;
    }

    private static List<Receipt> receipts(List<ObservationBatch> senders, ObservationBatch joined) {
        var receipts = new ArrayList<Receipt>(senders.size());
        int begin = 0;
        for (var sender : senders) {
            var rejected = new ArrayList<Receipt.Rejected>();
            for (int row = 0; row < sender.size(); row++) {
                var why = joined.verdict(begin + row);
                if (why != null) {
                    rejected.add(new Receipt.Rejected(row + 1, why));
                }
            }
            receipts.add(new Receipt(sender.size(), sender.size() - rejected.size(), rejected));
            begin += sender.size();
        }
        return receipts;
    }
}
