package io.chengyun.platform.ledger.tamper;

import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.journal.Timed;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The watch over the tables (篡改值守): what still looks wrong after it had time to settle is told, once. */
@Component
class TamperWatch implements Timed {

    private static final Logger log = LoggerFactory.getLogger(TamperWatch.class);

    private final TamperLook look;
    private final TamperStore store;
    private final TransactionTemplate transaction;
    private final Journal journal;
    private final Pace pace;
    private final List<Tamper> suspects = new ArrayList<>();
    private volatile Instant nextAt;

    TamperWatch(TamperLook look, TamperStore store, TransactionTemplate transaction, Journal journal, Pace pace) {
        this.look = look;
        this.store = store;
        this.transaction = transaction;
        this.journal = journal;
        this.pace = pace;
        this.nextAt = pace.clock.instant();
    }

    /** How fast, by which clock (巡查节奏). */
    @Component
    record Pace(TamperSettings settings, Clock clock) {}

    @Override
    public String name() {
        return "ledger.tamper";
    }

    @Override
    public @Nullable Instant nextDueAt() {
        var latest = pace.clock.instant().plus(pace.settings.pace());
        var next = nextAt.isAfter(latest) ? latest : nextAt; // the clock was set back
        return pace.settings.rows() == 0 ? null : next;
    }

    @Override
    public void fireDue() {
        var now = pace.clock.instant();
        nextAt = now.plus(pace.settings.pace());
        tell(suspects.stream()
                .filter(suspect -> isOld(suspect, now))
                .filter(look::still)
                .toList());
        suspects.removeIf(suspect -> isOld(suspect, now));
        suspects.addAll(look.next(pace.settings.rows(), now));
    }

    /** Between two looks an action has ended that was under way at the first. */
    private boolean isOld(Tamper suspect, Instant now) {
        return !now.isBefore(suspect.foundAt().plus(pace.settings.settle()));
    }

    private void tell(List<Tamper> tampers) {
        if (tampers.isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            for (var tamper : tampers) {
                if (store.add(tamper)) {
                    journal.append(new TamperEvent.Found(tamper, tamper.foundAt()));
                    log.error("TAMPERED {}: {} {} {}", tamper.kind(), tamper.table(), tamper.row(), tamper.column());
                }
            }
        });
    }
}
