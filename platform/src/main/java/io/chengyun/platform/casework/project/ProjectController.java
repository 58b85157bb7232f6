package io.chengyun.platform.casework.project;

import io.chengyun.kernel.Needed;
import io.chengyun.platform.access.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The door of projects over HTTP (项目接口). */
@RestController
class ProjectController {

    private final Projects projects;

    ProjectController(Projects projects) {
        this.projects = projects;
    }

    /** A project as it is sent; everything may be missing until it is checked. */
    record ProjectBody(
            @Nullable String title,
            @Nullable String cause,
            @Nullable String owner,
            @Nullable List<String> cases) {}

    /** Cases to be linked. */
    record LinkBody(@Nullable List<String> cases) {}

    /** What ended the cause. */
    record FinishBody(@Nullable String note) {}

    @GetMapping("/api/projects")
    List<Project> list(Caller caller) {
        return projects.list(caller);
    }

    /** Projects to which a case belongs: none or one. */
    @GetMapping("/api/cases/{id}/projects")
    List<Project> of(@PathVariable String id, Caller caller) {
        return projects.findOf(id, caller).stream().toList();
    }

    @PostMapping("/api/projects")
    @ResponseStatus(HttpStatus.CREATED)
    Project open(@RequestBody ProjectBody body, Caller caller) {
        var title = Needed.text("title", body.title());
        var cause = Needed.text("cause", body.cause());
        var owner = Needed.text("owner", body.owner());
        return projects.open(title, cause, owner, Needed.each("cases", body.cases()), caller);
    }

    @PostMapping("/api/projects/{id}/cases")
    Project link(@PathVariable String id, @RequestBody LinkBody body, Caller caller) {
        return projects.link(id, Needed.each("cases", body.cases()), caller);
    }

    @DeleteMapping("/api/projects/{id}/cases/{caseId}")
    Project unlink(@PathVariable String id, @PathVariable String caseId, Caller caller) {
        return projects.unlink(id, caseId, caller);
    }

    @PostMapping("/api/projects/{id}/finish")
    Project finish(@PathVariable String id, @RequestBody FinishBody body, Caller caller) {
        return projects.finish(id, Needed.text("note", body.note()), caller);
    }
}
