package io.chengyun.platform.situation;

import io.chengyun.platform.access.Caller;
import io.chengyun.platform.casework.CaseCard;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.situation.Change.Kind;
import io.chengyun.platform.situation.Picture.DistrictView;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Draws the picture of the city (态势一张图) for one caller, all of it as of one number of the journal. */
@Service
class Pictures {

    private final PictureStore store;
    private final Changes changes;
    private final SensorBoard sensors;
    private final Journal journal;
    private final SituationSettings settings;

    Pictures(PictureStore store, Changes changes, SensorBoard sensors, Journal journal, SituationSettings settings) {
        this.store = store;
        this.changes = changes;
        this.sensors = sensors;
        this.journal = journal;
        this.settings = settings;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    Picture draw(Caller caller, DistrictView district, Instant now) {
        long seen = store.seen();
        var crowd = sensors.count();
        return new Picture(
                now,
                seen,
                Math.max(0, journal.last() - seen),
                district,
                crowd,
                sensors.list(crowd),
                store.listOpen(Kind.WARNING).stream().map(changes::warning).toList(),
                cases(caller, now));
    }

    private List<CaseCard> cases(Caller caller, Instant now) {
        var ended = store.listEnded(Kind.CASE, now.minus(settings.keepEnded()));
        return Stream.concat(store.listOpen(Kind.CASE).stream(), ended.stream())
                .filter(change -> change.isFor(caller))
                .map(changes::card)
                .toList();
    }
}
