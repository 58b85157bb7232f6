package io.chengyun.platform.sensing;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.sensing.SourceEvent.Standing;
import io.chengyun.platform.sensing.account.Accounts;
import io.chengyun.platform.sensing.account.Accounts.Account;
import io.chengyun.platform.sensing.account.QuarantineStore;
import io.chengyun.platform.sensing.account.QuarantineStore.Quarantined;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what came, what was stored and what was not, source by source, and lets sources in again (感知统计). */
@RestController
@RequestMapping("/api/sensing")
class SensingController {

    private static final int MOST = 1_000;

    private final Sensing sensing;
    private final QuarantineStore quarantine;
    private final Accounts accounts;
    private final SourceGuard guard;
    private final Clock clock;

    SensingController(Sensing sensing, QuarantineStore quarantine, Accounts accounts, SourceGuard guard, Clock clock) {
        this.sensing = sensing;
        this.quarantine = quarantine;
        this.accounts = accounts;
        this.guard = guard;
        this.clock = clock;
    }

    /** A rejected row, with its reason in words. */
    record Rejected(
            Instant at, String batch, String source, int row, long stream, String code, String reason, String raw) {

        static Rejected of(Quarantined kept) {
            return new Rejected(
                    kept.at(),
                    kept.batch(),
                    kept.source(),
                    kept.row(),
                    kept.stream(),
                    kept.code(),
                    Reject.ofCode(kept.code()).why(),
                    kept.raw());
        }
    }

    /** All sources' accounts, and who is kept out. */
    record Books(List<Account> accounts, Collection<Standing> keptOut) {}

    /**
     * Newest values in columns, because there may be a hundred thousand of them.
     *
     * @param at when this was so
     * @param columns names of a row's cells, in their order; {@code atMillis} is in milliseconds since 1970, because as many
     *     times in words cost more than all the rest, here and where they are read
     */
    record Newest(Instant at, List<String> columns, List<List<@Nullable Object>> rows) {

        static Newest of(Instant at, Stream<LatestValue> values) {
            return new Newest(
                    at,
                    List.of("stream", "property", "value", "unit", "atMillis", "state"),
                    values.map(Newest::row).toList());
        }

        private static List<@Nullable Object> row(LatestValue latest) {
            var stream = latest.stream();
            Long at = latest.at() == null ? null : Long.valueOf(latest.at().toEpochMilli());
            return Arrays.asList(stream.id(), stream.property(), latest.value(), stream.unit(), at, latest.state());
        }
    }

    /** The newest value of each stream, or of each that observes a property. */
    @GetMapping("/latest")
    Newest latest(@RequestParam(required = false) @Nullable String property) {
        return Newest.of(
                clock.instant(),
                sensing.listLatest().stream()
                        .filter(one ->
                                property == null || one.stream().property().equals(property)));
    }

    /** Rows by source and code: received = stored + the other codes. */
    @GetMapping("/counts")
    Map<String, Map<String, Long>> counts() {
        return quarantine.counts();
    }

    /** Received = stored + rejected + waiting, by source, with how long what waits has been waiting and how old it was. */
    @GetMapping("/accounts")
    Books accounts() {
        return new Books(accounts.list(), guard.keptOut().values());
    }

    /** Lets a source in before its time is over; for administrators. */
    @PostMapping("/sources/{source}/release")
    Books release(@PathVariable String source, Caller caller) {
        if (!caller.hasAny(Role.ADMINISTRATOR)) {
            throw new Refused(SensingRefusal.NOT_YOUR_OFFICE);
        }
        guard.release(source, caller.id());
        return accounts();
    }

    /** The newest rejected rows. */
    @GetMapping("/quarantine")
    List<Rejected> quarantine(@RequestParam(defaultValue = "100") int limit) {
        return quarantine.list(Math.min(Math.max(limit, 0), MOST)).stream()
                .map(Rejected::of)
                .toList();
    }
}
