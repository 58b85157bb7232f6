package io.chengyun.platform.casework.whistle;

import io.chengyun.kernel.Needed;
import io.chengyun.platform.access.Caller;
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

/** The door of grids' calls over HTTP (吹哨接口). */
@RestController
class WhistleController {

    private final Whistles whistles;

    WhistleController(Whistles whistles) {
        this.whistles = whistles;
    }

    /** A call as it is sent; everything may be missing until it is checked. */
    record BlowBody(
            @Nullable List<String> organisations,
            @Nullable String note,
            @Nullable Instant arriveBy) {}

    /** Who arrived. */
    record ArrivalBody(@Nullable String organisation) {}

    @GetMapping("/api/cases/{id}/whistles")
    List<Whistle> list(@PathVariable String id, Caller caller) {
        return whistles.list(id, caller);
    }

    @PostMapping("/api/cases/{id}/whistles")
    @ResponseStatus(HttpStatus.CREATED)
    Whistle blow(@PathVariable String id, @RequestBody BlowBody body, Caller caller) {
        var arriveBy = Needed.value("arriveBy", body.arriveBy());
        var called = Needed.each("organisations", body.organisations());
        return whistles.blow(id, called, Needed.text("note", body.note()), arriveBy, caller);
    }

    @PostMapping("/api/whistles/{id}/arrivals")
    Whistle arrive(@PathVariable String id, @RequestBody ArrivalBody body, Caller caller) {
        return whistles.arrive(id, Needed.text("organisation", body.organisation()), caller);
    }

    @PostMapping("/api/whistles/{id}/end")
    Whistle end(@PathVariable String id, Caller caller) {
        return whistles.end(id, caller);
    }
}
