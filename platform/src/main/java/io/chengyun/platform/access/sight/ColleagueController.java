package io.chengyun.platform.access.sight;

import io.chengyun.kernel.Needed;
import io.chengyun.platform.access.Access;
import io.chengyun.platform.access.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who stands behind staff ids, over HTTP (人员称呼). Records and events hold ids only; names are joined when something is shown, so
 * that a person who leaves is no longer named anywhere.
 */
@RestController
class ColleagueController {

    private final Access access;

    ColleagueController(Access access) {
        this.access = access;
    }

    /** Those of these staff ids who are on the staff, as the caller may see them; up to 100. */
    @GetMapping("/api/staff")
    List<Colleague> list(@RequestParam(required = false) @Nullable List<String> id, Caller caller) {
        return access.list(Needed.each("id", id)).stream()
                .map(person -> Colleague.seenBy(caller, person))
                .toList();
    }
}
