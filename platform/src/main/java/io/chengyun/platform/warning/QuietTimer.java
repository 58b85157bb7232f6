package io.chengyun.platform.warning;

import io.chengyun.platform.journal.Alarm;
import io.chengyun.platform.journal.Timed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lifts warnings whose quiet time is over. */
@Component
class QuietTimer implements Timed {

    private final Warnings warnings;
    private final Alarm alarm;

    QuietTimer(Warnings warnings) {
        this.warnings = warnings;
        this.alarm = new Alarm(warnings::firstDueAt);
    }

    @Override
    public String name() {
        return "warning.quiet";
    }

    @Override
    public @Nullable Instant nextDueAt() {
        return alarm.next();
    }

    @Override
    public void fireDue() {
        warnings.liftQuiet();
        alarm.lookAgain();
    }

    void lookAgainAfterCommit() {
        alarm.changes();
    }
}
