package io.chengyun.platform.journal;

import io.chengyun.kernel.DomainEvent;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads what happened to one thing from its end (倒阅), for things to which so much happens that nobody reads it all. */
@Component
public class Backwards {

    private final JournalStore store;

    Backwards(JournalStore store) {
        this.store = store;
    }

    /** One event and its number (倒阅步). */
    public record Step(long number, DomainEvent event) {}

    /** What happened to it below a number, the newest first, at most {@code limit}. */
    public List<Step> about(String subject, long before, int limit) {
        return store.toldAbout(subject, before, limit).stream()
                .map(told -> new Step(told.number(), told.event()))
                .toList();
    }
}
