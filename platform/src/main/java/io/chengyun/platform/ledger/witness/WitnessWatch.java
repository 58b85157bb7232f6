package io.chengyun.platform.ledger.witness;

import io.chengyun.platform.journal.Journal;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells the journal when a witness stops signing, and when it signs again (见证值守). */
@Component
public class WitnessWatch {

    private static final Logger log = LoggerFactory.getLogger(WitnessWatch.class);

    private final Journal journal;

    WitnessWatch(Journal journal) {
        this.journal = journal;
    }

    /** In its caller's transaction. */
    public void tell(List<WitnessStanding> before, List<WitnessStanding> after, Instant now) {
        for (int i = 0; i < after.size(); i++) {
            WitnessEvent.between(before.get(i), after.get(i), now).ifPresent(this::tell);
        }
    }

    private void tell(WitnessEvent event) {
        journal.append(event);
        if (event instanceof WitnessEvent.SplitSeen split) {
            log.error(
                    "SPLIT VIEW: {} signed another past of this log than the one kept here",
                    split.now().name());
        } else {
            log.warn("{}: {}", event.getClass().getSimpleName(), event.now());
        }
    }
}
