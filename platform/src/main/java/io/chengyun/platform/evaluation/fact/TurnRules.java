package io.chengyun.platform.evaluation.fact;

import io.chengyun.platform.casework.CaseEvent;
import io.chengyun.platform.casework.CaseFile;
import io.chengyun.platform.casework.CaseState;
import io.chengyun.platform.casework.clock.Countdown;
import io.chengyun.platform.casework.clock.WorkCalendar;
import io.chengyun.platform.evaluation.fact.DeskTurn.Limit;
import io.chengyun.platform.evaluation.fact.DeskTurn.Spent;
import io.chengyun.platform.evaluation.fact.DeskTurn.Who;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides which turn an event ends, keeps or begins (轮次规则). Values in, values out. */
final class TurnRules {

    private final WorkCalendar calendar;

    TurnRules(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    /** The turns that the event changed or began; those that it left alone are among them, as they now stand. */
    List<DeskTurn> on(CaseEvent event, long number, List<DeskTurn> open) {
        var desk = Desk.of(event.now().state()).orElse(null);
        var changed = new ArrayList<DeskTurn>();
        boolean goesOn = false;
        for (var turn : open) {
            if (continues(turn, desk, event)) {
                goesOn = true;
                changed.add(kept(turn, event, event.now().clocks().holder()));
            } else if (desk != null && turn.desk().waitsFor(desk)) {
                changed.add(kept(turn, event, event.now().clocks().waiting()));
            } else {
                changed.add(turn.ended(nameOf(event), event.act().by(), event.at(), calendar));
            }
        }
        if (desk != null && !goesOn) {
            changed.add(begun(desk, event, number));
        }
        return List.copyOf(changed);
    }

    /** The desk whose last turn proved not to hold: a dispatch that was returned, work that has to be done again. */
    static Optional<Desk> undoes(CaseEvent event) {
        return switch (nameOf(event)) {
            case "Returned" -> Optional.of(Desk.DISPATCH);
            case "InspectionFailed", "WorkSentBack" -> Optional.of(Desk.HANDLE);
            default -> Optional.empty();
        };
    }

    static String nameOf(CaseEvent event) {
        return event.getClass().getSimpleName();
    }

    private static boolean continues(DeskTurn turn, @Nullable Desk desk, CaseEvent event) {
        boolean taken = turn.desk() == Desk.HANDLE
                && !turn.who().organisation().equals(event.now().holder().organisation());
        return turn.desk() == desk && !taken;
    }

    private DeskTurn kept(DeskTurn turn, CaseEvent event, @Nullable Countdown clock) {
        var file = event.now();
        boolean counts = file.state() != CaseState.SUSPENDED;
        var spent = turn.spent().until(event.at(), calendar).counting(counts, event.at());
        return turn.standing(who(turn.desk(), turn.who().organisation(), file), limit(clock), spent);
    }

    private static DeskTurn begun(Desk desk, CaseEvent event, long number) {
        var file = event.now();
        return new DeskTurn(
                file.id(),
                number,
                desk,
                who(desk, file.holder().organisation(), file),
                event.at(),
                limit(file.clocks().holder()),
                new Spent(event.at(), Duration.ZERO, Duration.ZERO),
                null);
    }

    private static Who who(Desk desk, String organisation, CaseFile file) {
        return new Who(organisation, desk == Desk.HANDLE ? file.holder().person() : null);
    }

    private static Limit limit(@Nullable Countdown clock) {
        return clock == null ? new Limit(null, null) : new Limit(clock.dueAt(), clock.pausedAt());
    }
}
