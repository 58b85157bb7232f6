package io.chengyun.platform.casework.supervision;

import io.chengyun.kernel.Needed;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.casework.supervision.Supervision.Ground;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The door of supervision over HTTP (督办接口). */
@RestController
class SupervisionController {

    private final Supervisions supervisions;

    SupervisionController(Supervisions supervisions) {
        this.supervisions = supervisions;
    }

    /** A question as it is sent; everything may be missing until it is checked. */
    record OrderBody(
            @Nullable Ground ground,
            @Nullable String note,
            @Nullable Instant replyBy) {}

    /** An answer as it is sent. */
    record ReplyBody(@Nullable String note) {}

    @GetMapping("/api/cases/{id}/supervisions")
    List<Supervision> list(@PathVariable String id, Caller caller) {
        return supervisions.list(id, caller);
    }

    @PostMapping("/api/cases/{id}/supervisions")
    @ResponseStatus(HttpStatus.CREATED)
    Supervision order(@PathVariable String id, @RequestBody OrderBody body, Caller caller) {
        var ground = Needed.value("ground", body.ground());
        var replyBy = Needed.value("replyBy", body.replyBy());
        return supervisions.order(id, ground, Needed.text("note", body.note()), replyBy, caller);
    }

    @PostMapping("/api/supervisions/{id}/reply")
    Supervision reply(@PathVariable String id, @RequestBody ReplyBody body, Caller caller) {
        return supervisions.reply(id, Needed.text("note", body.note()), caller);
    }

    @PostMapping("/api/supervisions/{id}/lift")
    Supervision lift(@PathVariable String id, Caller caller) {
        return supervisions.lift(id, caller);
    }
}
