package io.chengyun.platform.casework.request;

import io.chengyun.platform.casework.CaseEvent;
import io.chengyun.platform.intake.advice.Advising;
import io.chengyun.platform.intake.advice.Lesson;
import io.chengyun.platform.journal.Follower;
import org.springframework.stereotype.Component;

/** Hears of which class requests' cases were filed and closed (听定类), for the house to learn from. */
@Component
class LessonFollower implements Follower<CaseEvent> {

    private final Advising advising;

    LessonFollower(Advising advising) {
        this.advising = advising;
    }

    @Override
    public String name() {
        return "casework.lessons";
    }

    @Override
    public Class<CaseEvent> hears() {
        return CaseEvent.class;
    }

    @Override
    public boolean heeds(CaseEvent event) {
        boolean settles = event instanceof CaseEvent.Filed || event instanceof CaseEvent.Closed;
        return settles && event.now().origin().request() != null;
    }

    @Override
    public void on(long number, CaseEvent event) {
        var file = event.now();
        var request = file.origin().request();
        if (request != null) {
            advising.learn(
                    request,
                    new Lesson(file.id(), file.matter().caseClass(), event instanceof CaseEvent.Closed, event.at()));
        }
    }
}
