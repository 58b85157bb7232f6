package io.chengyun.platform.assessment.group;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Writes down what rules know of groups (群体记事): at once where one spoke, heard a signal or is new, the rest when it has
 * grown old, a bounded number at a time. Guarded by {@link Groups}.
 */
@Component
class GroupNotebook {

    private final GroupStore store;
    private final GroupSettings settings;
    /** Groups that learnt something since they were last written down, and since when, longest first. */
    private final Map<GroupWatch, Instant> unwritten = new LinkedHashMap<>();

    GroupNotebook(GroupStore store, GroupSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    /** Notes that groups learnt something; {@code atOnce} names those that must be written down now. */
    void note(Collection<GroupWatch> learnt, Set<GroupWatch> atOnce, Instant now) {
        learnt.forEach(watch -> unwritten.putIfAbsent(watch, now));
        var writes = new LinkedHashSet<>(atOnce);
        var entries = unwritten.entrySet().iterator();
        while (entries.hasNext() && writes.size() < atOnce.size() + settings.keepAtOnce()) {
            var entry = entries.next();
            if (entry.getValue().plus(settings.keepEvery()).isAfter(now)) {
                break;
            }
            writes.add(entry.getKey());
        }
        unwritten.keySet().removeAll(writes);
        store.save(writes);
        writes.forEach(GroupWatch::written);
    }

    /** Forgets what was noted of groups that are no more. */
    void clear() {
        unwritten.clear();
    }
}
