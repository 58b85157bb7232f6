package io.chengyun.platform.journal;

import io.chengyun.kernel.Erasable;
import io.chengyun.kernel.Erasing;
import java.util.ArrayList;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes what is personal out of entries that are written already (改写): the one thing that is ever changed in the journal. Numbers,
 * types, subjects and times stay, and followers can still read all of it.
 */
@Component
public class Rewording {

    private final JdbcClient jdbc;
    private final JournalStore store;
    private final Set<String> erasing;

    Rewording(JdbcClient jdbc, JournalStore store) {
        this.jdbc = jdbc;
        this.store = store;
        this.erasing = Set.of(store.names(Erasing.class));
    }

    /** Whether what stands before this line about its subject has to be forgotten. */
    public boolean isAsked(Journal.Line line) {
        return erasing.contains(line.type());
    }

    /** Writes the entries about the subject again that stand before the number, in the caller's transaction. */
    public void forget(String subject, long before) {
        var numbers = new ArrayList<Long>();
        var payloads = new ArrayList<String>();
        for (var entry : store.listAbout(subject)) {
            if (entry.number() < before && entry.event() instanceof Erasable event) {
                numbers.add(entry.number());
                payloads.add(store.write(event.erased()).payload());
            }
        }
        jdbc.sql("""
                        update journal.words set payload = said.payload
                        from unnest(?::bigint[], ?::text[]) as said (number, payload) join journal.entry using (number)
                        where words.id = entry.words
                        """)
                .params(numbers.toArray(Long[]::new), payloads.toArray(String[]::new))
                .update();
    }
}
