package io.chengyun.platform.exchange;

import io.chengyun.platform.access.Caller;
import io.chengyun.platform.exchange.ExchangeEvent.Denial;
import io.chengyun.platform.exchange.ExchangeEvent.Denied;
import io.chengyun.platform.exchange.ExchangeEvent.Granted;
import io.chengyun.platform.exchange.ExchangeEvent.Kept;
import io.chengyun.platform.exchange.ExchangeEvent.Use;
import io.chengyun.platform.exchange.ExchangeEvent.Used;
import io.chengyun.platform.journal.Backwards;
import io.chengyun.platform.journal.Backwards.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who did what with a data set (数据足迹): read from the journal itself, not from a copy, so that the page shows the very
 * records that are proven.
 */
@Component
class Traces {

    private static final int AT_ONCE = 200;
    /** Looked at for one page, whatever it asks for. */
    private static final int MOST_LOOKED_AT = 4_000;

    private static final int MOST = 200;

    private final Catalogue catalogue;
    private final Backwards backwards;

    Traces(Catalogue catalogue, Backwards backwards) {
        this.catalogue = catalogue;
        this.backwards = backwards;
    }

    /**
     * What is looked for; what is empty or absent is everything.
     *
     * @param kind such as {@code Used}
     * @param before the number below which to look; null from the newest on
     */
    record TraceQuery(
            @Nullable String kind,
            @Nullable String organisation,
            @Nullable String purpose,
            @Nullable Long before,
            @Nullable Integer limit) {

        private boolean wants(ExchangeEvent event) {
            return fits(kind, event.getClass().getSimpleName())
                    && fits(organisation, event.organisation())
                    && fits(purpose, event.purpose());
        }

        private static boolean fits(@Nullable String wanted, String there) {
            return wanted == null || wanted.isBlank() || wanted.equals(there);
        }

        private int most() {
            return limit == null ? 50 : Math.max(1, Math.min(limit, MOST));
        }
    }

    /** The newest first; {@code next} is where to go on looking, null at the beginning of all. */
    record Found(List<Trace> traces, @Nullable Long next) {}

    /** One record: who, of which organisation, what for. Its number opens its proof. */
    record Trace(long number, String kind, Instant at, String by, String organisation, String purpose, Matter matter) {

        static Trace of(long number, ExchangeEvent event) {
            return new Trace(
                    number,
                    event.getClass().getSimpleName(),
                    event.at(),
                    event.by(),
                    event.organisation(),
                    event.purpose(),
                    Matter.of(event));
        }
    }

    /** What it was about; one of them. */
    record Matter(
            @Nullable Version version,
            @Nullable Share share,
            @Nullable Use use,
            @Nullable Denial denial) {

        static Matter of(ExchangeEvent event) {
            return new Matter(
                    event instanceof Kept kept ? kept.now().version() : null,
                    event instanceof Granted granted ? granted.share() : null,
                    event instanceof Used used ? used.use() : null,
                    event instanceof Denied denied ? denied.denial() : null);
        }
    }

    /** Who oversees it sees all; others what their own organisation did. */
    Found find(String code, TraceQuery query, Caller caller) {
        boolean all = ExchangeRules.oversees(catalogue.get(code), caller);
        var found = new ArrayList<Trace>();
        long before = query.before() == null ? Long.MAX_VALUE : query.before();
        for (int looked = 0; looked < MOST_LOOKED_AT; looked += AT_ONCE) {
            var steps = backwards.about(code, before, AT_ONCE);
            for (var step : steps) {
                before = step.number();
                if (wanted(step, query, all, caller)) {
                    found.add(Trace.of(step.number(), (ExchangeEvent) step.event()));
                }
                if (found.size() == query.most()) {
                    return new Found(found, before);
                }
            }
            if (steps.size() < AT_ONCE) {
                return new Found(found, null);
            }
        }
        return new Found(found, before);
    }

    private static boolean wanted(Step step, TraceQuery query, boolean all, Caller caller) {
        return step.event() instanceof ExchangeEvent event
                && query.wants(event)
                && (all || event.organisation().equals(caller.organisation()));
    }
}
