package io.chengyun.platform.casework;

import io.chengyun.platform.casework.CaseFile.Origin;
import io.chengyun.platform.casework.CaseFile.Source;
import io.chengyun.platform.casework.Turn.Actor;
import io.chengyun.platform.journal.Follower;
import io.chengyun.platform.warning.Warning;
import io.chengyun.platform.warning.WarningEvent;
import org.springframework.stereotype.Component;

/** Hears warnings (听预警): the first that the scenario maps files a case, later ones regrade it or are noted on it. */
@Component
class WarningFollower implements Follower<WarningEvent> {

    private final CaseStore store;
    private final CaseDesk desk;
    private final Rulebook rulebook;
    private final WarningReader reader;

    WarningFollower(CaseStore store, CaseDesk desk, Rulebook rulebook, WarningReader reader) {
        this.store = store;
        this.desk = desk;
        this.rulebook = rulebook;
        this.reader = reader;
    }

    @Override
    public String name() {
        return "casework.warnings";
    }

    @Override
    public Class<WarningEvent> hears() {
        return WarningEvent.class;
    }

    @Override
    public void on(long number, WarningEvent event) {
        var warning = event.now();
        var standing = store.lockByWarning(warning.id());
        if (standing.isPresent()) {
            follow(standing.get(), warning);
        } else if (warning.state() == Warning.State.STANDING) {
            file(warning);
        }
    }

    /** 自动立案: no case twice for one warning, no case without a filing standard. */
    private void file(Warning warning) {
        reader.draft(warning).ifPresent(draft -> {
            var matter = draft.matter();
            var house = Actor.house(draft.desk());
            var origin = new Origin(Source.WARNING, warning.id(), null, Actor.HOUSE, desk.now());
            var file = desk.open(origin, matter, house);
            desk.act(file, CaseAction.FILE, Given.standard(draft.standard()), house);
        });
    }

    private void follow(CaseFile file, Warning warning) {
        var turn = desk.turn(file.matter(), Actor.house(file.holder().organisation()), Given.nothing());
        if (warning.state() == Warning.State.LIFTED) {
            rulebook.cases().lift(file, turn).ifPresent(desk::keep);
            return;
        }
        reader.standard(warning, turn.facts())
                .flatMap(standard -> rulebook.cases().regrade(file, warning.grade(), standard, turn))
                .ifPresent(desk::keep);
    }
}
