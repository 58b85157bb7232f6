package io.chengyun.platform.assessment;

import io.chengyun.platform.journal.Follower;
import io.chengyun.platform.sensing.SourceEvent;
import org.springframework.stereotype.Component;

/** Hears that a stream is no more, or no more where it was: what was said of it there holds no more. */
@Component
class DepartureFollower implements Follower<SourceEvent> {

    private final Assessment assessment;

    DepartureFollower(Assessment assessment) {
        this.assessment = assessment;
    }

    @Override
    public String name() {
        return "assessment.removals";
    }

    @Override
    public Class<SourceEvent> hears() {
        return SourceEvent.class;
    }

    @Override
    public boolean heeds(SourceEvent event) {
        return event instanceof SourceEvent.StreamRemoved || event instanceof SourceEvent.StreamMoved;
    }

    @Override
    public void on(long number, SourceEvent event) {
        if (event instanceof SourceEvent.StreamRemoved removed) {
            assessment.remove(removed.now().id());
        } else if (event instanceof SourceEvent.StreamMoved moved) {
            assessment.move(moved.now());
        }
    }
}
