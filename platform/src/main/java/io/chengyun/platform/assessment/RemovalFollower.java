package io.chengyun.platform.assessment;

import io.chengyun.platform.journal.Follower;
import io.chengyun.platform.sensing.SourceEvent;
import org.springframework.stereotype.Component;

/** Hears that a stream is no more: nothing is due of it, and nothing remembered. */
@Component
class RemovalFollower implements Follower<SourceEvent.StreamRemoved> {

    private final Assessment assessment;

    RemovalFollower(Assessment assessment) {
        this.assessment = assessment;
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
        assessment.remove(event.now().id());
    }
}
