package io.chengyun.platform.journal;

import io.chengyun.kernel.DomainEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Events that this process has put into the inbox and that have no number yet, by their id there, so that nobody need read
 * back what was just written. Where one is missing the journal has it. Thread-safe.
 */
@Component
class Fresh {

    /** More than come between two looks of the sequencer; what another process numbers stays here until others take its place. */
    private static final int LENGTH = 1_024;

    private final Map<Long, DomainEvent> events = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, DomainEvent> eldest) {
            return size() > LENGTH;
        }
    };

    synchronized void put(long id, DomainEvent event) {
        events.put(id, event);
    }

    synchronized Optional<DomainEvent> take(long id) {
        return Optional.ofNullable(events.remove(id));
    }

    synchronized void forget(List<Long> ids) {
        ids.forEach(events::remove);
    }
}
