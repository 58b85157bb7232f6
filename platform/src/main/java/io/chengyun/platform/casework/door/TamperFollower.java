package io.chengyun.platform.casework.door;

import io.chengyun.platform.casework.CaseFile.Source;
import io.chengyun.platform.casework.Casework;
import io.chengyun.platform.casework.Casework.Report;
import io.chengyun.platform.journal.Follower;
import io.chengyun.platform.ledger.tamper.Tamper;
import io.chengyun.platform.ledger.tamper.TamperEvent;
import io.chengyun.platform.place.Places;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Hears that a table is not what happened (听篡改): one case a table and day, whoever changes however much of it. */
@Component
class TamperFollower implements Follower<TamperEvent> {

    private final Casework casework;
    private final Places places;
    private final TamperedSettings settings;
    private final Clock clock;

    TamperFollower(Casework casework, Places places, TamperedSettings settings, Clock clock) {
        this.casework = casework;
        this.places = places;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "casework.tampers";
    }

    @Override
    public Class<TamperEvent> hears() {
        return TamperEvent.class;
    }

    @Override
    public void on(long number, TamperEvent event) {
        var tamper = event.now();
        var day = LocalDate.ofInstant(tamper.foundAt(), clock.getZone());
        casework.openOnce("tampered " + tamper.table() + " " + day, report(tamper));
    }

    private Report report(Tamper tamper) {
        var words = "%s 表第 %s 行%s与第 %d 号记录不符（%s）。 Table %s, row %s%s, is not what entry %d says (%s)."
                .formatted(
                        tamper.table(),
                        tamper.row(),
                        tamper.column().isEmpty() ? "" : "的 " + tamper.column() + " 列",
                        tamper.number(),
                        tamper.kind(),
                        tamper.table(),
                        tamper.row(),
                        tamper.column().isEmpty() ? "" : ", column " + tamper.column(),
                        tamper.number(),
                        tamper.kind());
        return new Report(
                settings.caseClass(),
                "数据表 " + tamper.table() + " 被人为改动",
                words,
                places.districtCentre(),
                Source.DEPARTMENT);
    }
}
