package io.chengyun.platform.intake.topics;

import io.chengyun.platform.access.Caller;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door for topics over HTTP (热点接口). */
@RestController
class TopicController {

    private final Topics topics;

    TopicController(Topics topics) {
        this.topics = topics;
    }

    /** What many ask about of late in the caller's town, or in the whole district, the hottest first. */
    @GetMapping("/api/intake/topics")
    List<Topic> list(Caller caller) {
        return topics.list(caller.town());
    }
}
