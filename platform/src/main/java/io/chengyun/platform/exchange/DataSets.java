package io.chengyun.platform.exchange;

import io.chengyun.platform.access.Caller;
import io.chengyun.platform.exchange.CatalogueFile.Term;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the catalogue shows of data sets (数据目录页). */
@Component
class DataSets {

    private static final int VERSIONS = 100;

    private final Catalogue catalogue;
    private final ExchangeStore store;
    private final Clock clock;

    DataSets(Catalogue catalogue, ExchangeStore store, Clock clock) {
        this.catalogue = catalogue;
        this.store = store;
        this.clock = clock;
    }

    /** How far the newest version says how things are (时效). */
    enum State {
        /** 时效内. */
        CURRENT,
        /** 未知: older than the catalogue says that it is renewed. */
        UNKNOWN,
        /** 尚无版本. */
        EMPTY
    }

    /** All of the catalogue on one page. */
    record Board(List<Term> namespaces, List<Term> purposes, List<Card> sets, Instant now) {}

    /** A line of it. */
    record Card(DataSet set, State state, @Nullable Version version) {}

    /**
     * One data set.
     *
     * @param versions the newest first, a hundred at most
     * @param shares that nobody revoked, those of the caller's organisation only for others than its owner's
     */
    record Sheet(Card card, List<Version> versions, List<Share> shares, May may, Instant now) {}

    /** What the caller may do: keep it, and see who used it. */
    record May(boolean keep, boolean oversee) {}

    Board board() {
        var newest =
                store.newest().stream().collect(Collectors.toMap(ExchangeStore.Held::set, ExchangeStore.Held::version));
        var now = clock.instant();
        var cards = catalogue.list().stream()
                .map(set -> card(set, newest.get(set.code()), now))
                .toList();
        return new Board(catalogue.namespaces(), catalogue.purposes(), cards, now);
    }

    Sheet sheet(String code, Caller caller) {
        var set = catalogue.get(code);
        var now = clock.instant();
        var versions = store.versions(code, VERSIONS);
        var may = new May(ExchangeRules.keeps(set, caller), ExchangeRules.oversees(set, caller));
        var shares = store.shares(code).stream()
                .filter(share -> may.oversee() || share.organisation().equals(caller.organisation()))
                .toList();
        return new Sheet(card(set, versions.isEmpty() ? null : versions.get(0), now), versions, shares, may, now);
    }

    private static Card card(DataSet set, @Nullable Version version, Instant now) {
        if (version == null) {
            return new Card(set, State.EMPTY, null);
        }
        boolean old = version.at().plus(set.terms().every()).isBefore(now);
        return new Card(set, old ? State.UNKNOWN : State.CURRENT, version);
    }
}
