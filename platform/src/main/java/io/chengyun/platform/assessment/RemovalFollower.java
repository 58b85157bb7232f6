package io.chengyun.platform.assessment;

import io.chengyun.platform.journal.Follower;
import io.chengyun.platform.sensing.SourceEvent;
import org.springframework.stereotype.Component;

/** Hears that a stream is no more: nothing is due of it, and nothing remembered. */
@Component
class RemovalFollower implements Follower<SourceEvent.StreamRemoved> {

    private final Watches watches;

    RemovalFollower(Watches watches) {
        this.watches = watches;
    }

    @Override
    public String name() {
        return "assessment.removals";
    }

    @Override
    public Class<SourceEvent.StreamRemoved> hears() {
        return SourceEvent.StreamRemoved.class;
    }

    @Override
    public void on(long number, SourceEvent.StreamRemoved event) {
        watches.open();
        watches.remove(event.now().id());
    }
}
