package io.chengyun.platform.situation;

import io.chengyun.kernel.DomainEvent;
import io.chengyun.platform.casework.CaseCard;
import io.chengyun.platform.casework.CaseEvent;
import io.chengyun.platform.warning.Warning;
import io.chengyun.platform.warning.WarningEvent;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Turns events into what changes on the map (态势映射), and back into things; most events change nothing there. */
@Component
class Changes {

    private final JsonMapper json;

    Changes(JsonMapper json) {
        this.json = json;
    }

    Optional<Change> of(long number, DomainEvent event) {
        if (event instanceof WarningEvent told) {
            return Optional.of(warning(number, told));
        }
        if (event instanceof CaseEvent told) {
            return Optional.of(file(number, told));
        }
        return Optional.empty();
    }

    /** The warning in a change of a warning. */
    Warning warning(Change change) {
        return json.readValue(change.body(), Warning.class);
    }

    /** The card in a change of a case. */
    CaseCard card(Change change) {
        return json.readValue(change.body(), CaseCard.class);
    }

    private Change file(long number, CaseEvent told) {
        var now = told.now();
        return new Change(
                number,
                Change.Kind.CASE,
                now.id(),
                now.matter().spot().town(),
                now.state().ended(),
                told.at(),
                json.writeValueAsString(CaseCard.of(now)));
    }

    private Change warning(long number, WarningEvent told) {
        var now = told.now();
        return new Change(
                number,
                Change.Kind.WARNING,
                now.id(),
                now.identity().town(),
                now.state() == Warning.State.LIFTED,
                told.at(),
                json.writeValueAsString(now));
    }
}
