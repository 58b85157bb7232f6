package io.chengyun.platform.casework.inbox;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.casework.CaseCard;
import io.chengyun.platform.casework.Casework;
import io.chengyun.platform.casework.inbox.InboxStore.Found;
import io.chengyun.platform.casework.inbox.InboxStore.Row;
import io.chengyun.platform.place.Places;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Front door of the inbox (收件箱): what waits for somebody, the earliest deadline first. Nothing is counted or skipped to
 * the end: a page reads on from where the last one ended, a count stops at {@value #COUNTED}, and a filter looks at
 * {@value #LOOKED} cases a page.
 */
@Service
public class Inbox {

    /** A badge says "999+" and not how many more. */
    static final int COUNTED = 1_000;
    /** So that a filter which nothing fits answers as fast as any. */
    static final int LOOKED = 500;

    private final InboxStore store;
    private final InboxRules rules;
    private final Casework casework;
    private final Places places;
    private final Clock clock;

    Inbox(InboxStore store, InboxRules rules, Casework casework, Places places, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.casework = casework;
        this.places = places;
        this.clock = clock;
    }

    /** A case in the inbox, and whether whoever asks keeps an eye on it (收件). */
    public record Item(CaseCard card, boolean watched) {}

    /**
     * A page of a folder (收件箱页).
     *
     * @param next where to read on; null at the end
     * @param looked how many cases were looked at for it
     */
    public record Page(List<Item> items, @Nullable String next, int looked) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /**
     * How full a folder is (分类数).
     *
     * @param more whether there are more than that
     */
    public record Tally(InboxFolder folder, int count, boolean more) {}

    /** What a folder holds for the caller, the earliest deadline first. */
    @Transactional(readOnly = true)
    public Page list(InboxQuery query, Caller caller) {
        store.planByValue();
        int look = query.filter().isEmpty() ? query.limit() + 1 : Math.max(LOOKED, query.limit() + 1);
        var found = store.list(reach(query.folder(), caller), query, caller.id(), look);
        var items = found.rows().stream()
                .limit(query.limit())
                .map(row -> new Item(row.card(), row.watched()))
                .toList();
        return new Page(items, next(query, found, look), found.looked());
    }

    private static @Nullable String next(InboxQuery query, Found found, int look) {
        if (found.rows().size() > query.limit()) {
            Row last = found.rows().get(query.limit() - 1);
            return cursor(query, last.deadlineAt(), last.card().id());
        }
        var edgeAt = found.edgeAt();
        var edgeId = found.edgeId();
        return found.looked() < look || edgeAt == null || edgeId == null ? null : cursor(query, edgeAt, edgeId);
    }

    private static String cursor(InboxQuery query, java.time.Instant deadlineAt, String id) {
        return InboxCursor.behind(query.folder(), query.filter(), deadlineAt, id)
                .text();
    }

    /** How full each folder is for the caller. */
    @Transactional(readOnly = true)
    public List<Tally> count(Caller caller) {
        store.planByValue();
        return Arrays.stream(InboxFolder.values())
                .map(folder -> {
                    int count = store.count(reach(folder, caller), COUNTED);
                    return new Tally(folder, Math.min(count, COUNTED - 1), count == COUNTED);
                })
                .toList();
    }

    private Reach reach(InboxFolder folder, Caller caller) {
        var today = places.today();
        var offices = places.withAllBelow(caller.organisation(), today);
        boolean all = offices.size() >= places.listOrganisations(today).size();
        return rules.reach(folder, caller, offices, all, clock.instant());
    }

    /** Whether the caller keeps an eye on the case. */
    public boolean watches(String id, Caller caller) {
        return store.watches(caller.id(), id);
    }

    /** Keeps an eye on a case that the caller may see. */
    @Transactional
    public void watch(String id, Caller caller) {
        var file = casework.get(id, caller);
        if (store.countWatched(caller.id()) >= rules.watchedAtMost()) {
            throw new Refused(InboxRefusal.WATCHES_ENOUGH);
        }
        store.watch(caller.id(), file.id(), clock.instant());
    }

    /** Keeps no eye on it any more. */
    @Transactional
    public void unwatch(String id, Caller caller) {
        store.unwatch(caller.id(), id);
    }
}
