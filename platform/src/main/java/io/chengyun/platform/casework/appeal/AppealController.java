package io.chengyun.platform.casework.appeal;

import io.chengyun.kernel.Needed;
import io.chengyun.platform.access.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The door of appeals over HTTP (申诉接口). */
@RestController
class AppealController {

    private final Appeals appeals;

    AppealController(Appeals appeals) {
        this.appeals = appeals;
    }

    /** An appeal as it is sent; everything may be missing until it is checked. */
    record LodgeBody(@Nullable String note, @Nullable String legalGround) {}

    /** A review as it is sent. */
    record ReviewBody(@Nullable Boolean granted, @Nullable String note) {}

    /** Appeals of a case: none or one. */
    @GetMapping("/api/cases/{id}/appeals")
    List<Appeal> list(@PathVariable String id, Caller caller) {
        return appeals.find(id, caller).stream().toList();
    }

    @GetMapping("/api/appeals")
    List<Appeal> listOpen(Caller caller) {
        return appeals.listOpen(caller);
    }

    @PostMapping("/api/cases/{id}/appeals")
    @ResponseStatus(HttpStatus.CREATED)
    Appeal lodge(@PathVariable String id, @RequestBody LodgeBody body, Caller caller) {
        var note = Needed.text("note", body.note());
        return appeals.lodge(id, note, Needed.text("legalGround", body.legalGround()), caller);
    }

    @PostMapping("/api/appeals/{id}/reviews")
    Appeal review(@PathVariable String id, @RequestBody ReviewBody body, Caller caller) {
        var granted = Needed.value("granted", body.granted());
        return appeals.review(id, granted, Needed.text("note", body.note()), caller);
    }
}
