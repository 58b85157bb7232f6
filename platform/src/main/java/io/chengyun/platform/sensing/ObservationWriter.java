package io.chengyun.platform.sensing;

import io.chengyun.kernel.Ids;
import io.chengyun.platform.sensing.notation.PhenomenonTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    /** Where good and bad rows are kept. */
    @Service
    record Drawers(ObservationStore observations, QuarantineStore quarantine) {}

    /** Time and identity of a batch, and how far from that time its rows may lie. */
    @Service
    record Origin(Clock clock, Ids ids, SensingSettings settings) {

        Sieve.Window window(Instant now) {
            return new Sieve.Window(
                    PhenomenonTime.micros(now.minus(settings.horizon())),
                    PhenomenonTime.micros(now.plus(settings.ahead())));
        }
    }

    /** Writes the batches together and gives each sender's receipt, in their order. */
    synchronized List<Receipt> write(List<ObservationBatch> senders) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a receipt means committed: call this outside a transaction");
        }
        if (doubtful) {
            directory.reload();
        }
        doubtful = true;
        var sifted = new Sieve(directory::find, origin.window(origin.clock().instant()))
                .sift(ObservationBatch.joined(senders));
        var receipts = transaction.execute(status -> keep(senders, sifted));
        directory.advance(sifted);
        doubtful = false;
        return receipts;
    }

    private List<Receipt> keep(List<ObservationBatch> senders, Sifted sifted) {
        var now = origin.clock().instant();
        var id = origin.ids().next("b");
        sifted.rejectStored(drawers.observations().listStored(sifted.batch(), sifted.suspects()));
        drawers.observations().keep(sifted, now);
        var receipts = receipts(senders, sifted.batch());
        for (int i = 0; i < receipts.size(); i++) {
            drawers.quarantine().keep(id, senders.get(i), receipts.get(i), now);
        }
        news.tell(id, sifted, now);
        return receipts;
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
