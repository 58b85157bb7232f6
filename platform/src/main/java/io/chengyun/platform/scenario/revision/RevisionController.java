package io.chengyun.platform.scenario.revision;

import io.chengyun.kernel.Needed;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.scenario.Scenarios;
import io.chengyun.platform.scenario.revision.Revisions.InForce;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Scenarios, their rules and the changes of these over HTTP (规则修订接口). */
@RestController
class RevisionController {

    private final Scenarios scenarios;
    private final Revisions revisions;

    RevisionController(Scenarios scenarios, Revisions revisions) {
        this.scenarios = scenarios;
        this.revisions = revisions;
    }

    record ScenarioCard(String id, int version, String title, String titleEn, String owner) {}

    /** Rules as they are sent; everything may be missing until it is checked. */
    record RevisionBody(
            @Nullable Integer version,
            @Nullable String rules,
            @Nullable String note) {}

    @GetMapping("/api/scenarios")
    List<ScenarioCard> list() {
        return scenarios.list().stream()
                .map(one -> new ScenarioCard(
                        one.id(),
                        one.version(),
                        one.about().title(),
                        one.about().titleEn(),
                        one.about().owner()))
                .toList();
    }

    @GetMapping("/api/scenarios/{id}/rules")
    InForce rules(@PathVariable String id) {
        return revisions.inForce(id);
    }

    @GetMapping("/api/scenarios/{id}/revisions")
    List<Revision> revisions(@PathVariable String id) {
        return revisions.list(id);
    }

    @PostMapping("/api/scenarios/{id}/revisions")
    @ResponseStatus(HttpStatus.CREATED)
    Revision revise(@PathVariable String id, @RequestBody RevisionBody body, Caller caller) {
        return revisions.revise(
                id, Needed.value("version", body.version()), Needed.value("rules", body.rules()), body.note(), caller);
    }
}
