package io.chengyun.platform.casework.inbox;

import io.chengyun.kernel.Grade;
import io.chengyun.kernel.Malformed;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.casework.CaseFile;
import io.chengyun.platform.casework.CaseState;
import io.chengyun.platform.casework.Given;
import io.chengyun.platform.casework.inbox.Bulk.Order;
import io.chengyun.platform.casework.inbox.Bulk.Outcome;
import io.chengyun.platform.casework.inbox.Inbox.Page;
import io.chengyun.platform.casework.inbox.Inbox.Tally;
import io.chengyun.platform.casework.inbox.InboxQuery.Filter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The door of the inbox over HTTP (收件箱接口). */
@RestController
class InboxController {

    private static final int USUAL = 50;

    private final Inbox inbox;
    private final Bulk bulk;
    private final Clock clock;

    InboxController(Inbox inbox, Bulk bulk, Clock clock) {
        this.inbox = inbox;
        this.bulk = bulk;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class InboxConfiguration {

        @Bean
        InboxRules inboxRules(@Value("${chengyun.place.district:districts/minhang}") String district) {
            return InboxRules.read(Path.of(district, "inbox.yml"));
        }
    }

    /** Which folder, and where to read on. */
    record Place(
            @Nullable String folder,
            @Nullable String after,
            @Nullable Integer limit) {}

    /** What to let through; everything where nothing is said. */
    record Sieve(
            @Nullable String caseClass,
            @Nullable String town,
            @Nullable String state,
            @Nullable String source,
            @Nullable String grade,
            @Nullable String text) {

        Filter filter() {
            return new Filter(
                    caseClass,
                    town,
                    word("state", state, CaseState.values()),
                    word("source", source, CaseFile.Source.values()),
                    word("grade", grade, Grade.values()),
                    text);
        }
    }

    @GetMapping("/api/inbox")
    Page list(Place place, Sieve sieve, Caller caller) {
        var folder = place.folder() == null ? InboxFolder.MINE : InboxFolder.of(place.folder());
        var after = place.after() == null ? null : InboxCursor.of(place.after());
        int limit = place.limit() == null ? USUAL : place.limit();
        return inbox.list(new InboxQuery(folder, sieve.filter(), after, limit), caller);
    }

    /** How full every folder is, at the house's time. */
    record Tallies(Instant now, List<Tally> folders) {}

    @GetMapping("/api/inbox/folders")
    Tallies count(Caller caller) {
        return new Tallies(clock.instant(), inbox.count(caller));
    }

    /** An action for many; everything may be missing until it is checked, and without a word it is a preview. */
    record BulkBody(
            @Nullable String action,
            @Nullable List<String> ids,
            @Nullable Map<String, Long> versions,
            @Nullable Given given,
            @Nullable Boolean preview) {

        Order order() {
            if (action == null || action.isBlank()) {
                throw new Malformed("action", "is needed");
            }
            return new Order(
                    action,
                    ids == null ? List.of() : ids,
                    versions == null ? Map.of() : versions,
                    given == null ? Given.nothing() : given);
        }
    }

    /** What becomes, or would become, of each. */
    record Outcomes(boolean preview, List<Outcome> outcomes) {}

    @PostMapping("/api/inbox/bulk")
    Outcomes bulk(@RequestBody BulkBody body, Caller caller) {
        boolean preview = body.preview() == null || body.preview();
        var order = body.order();
        return new Outcomes(preview, preview ? bulk.preview(order, caller) : bulk.act(order, caller));
    }

    /** Whether the caller keeps an eye on it. */
    record Watch(boolean watched) {}

    @GetMapping("/api/cases/{id}/watch")
    Watch watches(@PathVariable String id, Caller caller) {
        return new Watch(inbox.watches(id, caller));
    }

    @PostMapping("/api/cases/{id}/watch")
    Watch watch(@PathVariable String id, Caller caller) {
        inbox.watch(id, caller);
        return new Watch(true);
    }

    @DeleteMapping("/api/cases/{id}/watch")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unwatch(@PathVariable String id, Caller caller) {
        inbox.unwatch(id, caller);
    }

    private static <E extends Enum<E>> @Nullable E word(String field, @Nullable String text, E[] known) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Arrays.stream(known)
                .filter(one -> one.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Malformed(field, "'" + text + "' must be one of " + Arrays.toString(known)));
    }
}
