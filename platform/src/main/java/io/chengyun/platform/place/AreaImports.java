package io.chengyun.platform.place;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.place.PlaceEvent.AreasReplaced;
import io.chengyun.platform.place.PlaceEvent.LayerEdition;
import io.chengyun.platform.place.PlaceStore.Replacement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in real boundaries (导入边界): checks a whole layer, keeps it, and shows it from its first day on. */
@Service
class AreaImports {

    private final Places places;
    private final PlaceStore store;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AreaImports(Places places, PlaceStore store, Journal journal, TransactionTemplate transaction, Clock clock) {
        this.places = places;
        this.store = store;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Everything that is wrong with the layer; nothing is changed. */
    List<AreaProblem> check(AreaKind kind, LocalDate from, String body) {
        return checked(kind, from, body).problems();
    }

    /** Replaces the whole layer from a day on; one import at a time, so that each is checked against the one before. */
    synchronized LayerEdition replace(AreaKind kind, LocalDate from, String body, String by) {
        checkDay(kind, from);
        var checked = checked(kind, from, body);
        if (!checked.problems().isEmpty()) {
            throw new Refused(
                    PlaceRefusal.AREAS_WRONG,
                    checked.problems().stream().map(AreaProblem::text).toList());
        }
        var kept = AreaMap.LayerText.of(checked.shapes());
        var edition = new LayerEdition(kind, from, checked.shapes().size(), kept.sha256());
        keep(new Replacement(kind, from, kept.geoJson()), new AreasReplaced(edition, by, clock.instant()));
        places.show(places.history().replacing(kind, from, checked.shapes()));
        return edition;
    }

    private void checkDay(AreaKind kind, LocalDate from) {
        if (from.isBefore(places.today())) {
            throw new Refused(PlaceRefusal.FROM_PAST);
        }
        boolean changedLater = places.history()
                .lastChangeOf(kind)
                .map(last -> !from.isAfter(last))
                .orElse(false);
        if (changedLater) {
            throw new Refused(PlaceRefusal.FROM_TOO_EARLY);
        }
    }

    private AreaRules.Checked checked(AreaKind kind, LocalDate from, String body) {
        var parents =
                kind.above().map(above -> places.history().on(from).list(above)).orElse(List.of());
        return places.rules(from).check(kind, from, AreaGeoJson.features(body), parents);
    }

    private void keep(Replacement replacement, AreasReplaced event) {
        try {
            transaction.executeWithoutResult(status -> {
                store.save(replacement, event.by(), event.at());
                journal.append(event);
            });
        } catch (DuplicateKeyException another) {
            throw new Refused(PlaceRefusal.FROM_TOO_EARLY);
        }
    }
}
