package io.chengyun.platform.warning;

import io.chengyun.platform.assessment.SignalEvent;
import io.chengyun.platform.journal.Follower;
import org.springframework.stereotype.Component;

/** Brings each signal to the warnings, but what an advisory rule grades: it raises none. */
@Component
class SignalFollower implements Follower<SignalEvent> {

    private final Warnings warnings;
    private final QuietTimer timer;

    SignalFollower(Warnings warnings, QuietTimer timer) {
        this.warnings = warnings;
        this.timer = timer;
    }

    @Override
    public String name() {
        return "warning.signals";
    }

    @Override
    public Class<SignalEvent> hears() {
        return SignalEvent.class;
    }

    @Override
    public void on(long number, SignalEvent event) {
        if (!event.mayRaise()) {
            return;
        }
        timer.lookAgainAfterCommit();
        warnings.weigh(event.now());
    }
}
