package io.chengyun.platform.casework.project;

import io.chengyun.kernel.Ids;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.Casework;
import io.chengyun.platform.casework.project.Project.Finish;
import io.chengyun.platform.casework.project.Project.Plan;
import io.chengyun.platform.journal.Journal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Front door of projects (根治项目): cases that come back for one reason are linked to the work that ends it. */
@Service
public class Projects {

    private final Casework casework;
    private final ProjectStore store;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Projects(Casework casework, ProjectStore store, Journal journal, Ids ids, Clock clock) {
        this.casework = casework;
        this.store = store;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** Projects that the caller may see, open ones first. */
    public List<Project> list(Caller caller) {
        return store.list().stream().filter(project -> visible(project, caller)).toList();
    }

    /** The project to which the case belongs, if there is one. */
    @Transactional
    public Optional<Project> findOf(String caseId, Caller caller) {
        return store.findOf(casework.get(caseId, caller).id());
    }

    /** Begins a project about these cases. */
    @Transactional
    public Project open(String title, String cause, String owner, List<String> cases, Caller caller) {
        require(caller);
        if (!casework.knowsOrganisation(owner)) {
            throw new Refused(ProjectRefusal.NO_SUCH_ORGANISATION);
        }
        var at = clock.instant();
        var plan = new Plan(title, cause, owner, caller.id(), at);
        var begun = new Project(ids.next("pj"), plan, caller.town(), List.of(), null);
        keep(new ProjectEvent.Opened(begun, at));
        return link(begun, cases, caller);
    }

    /** Links more cases. */
    @Transactional
    public Project link(String id, List<String> cases, Caller caller) {
        return link(opened(id, caller), cases, caller);
    }

    /** Takes a case out again. */
    @Transactional
    public Project unlink(String id, String caseId, Caller caller) {
        var project = opened(id, caller);
        if (!project.cases().contains(caseId)) {
            throw new Refused(ProjectRefusal.NOT_LINKED);
        }
        store.unlink(caseId);
        return keep(new ProjectEvent.Unlinked(project.unlinking(caseId), caseId, caller.id(), clock.instant()));
    }

    /** The cause is gone. */
    @Transactional
    public Project finish(String id, String note, Caller caller) {
        var at = clock.instant();
        var project = opened(id, caller);
        return keep(new ProjectEvent.Finished(project.finished(new Finish(caller.id(), note, at)), at));
    }

    private Project link(Project project, List<String> cases, Caller caller) {
        for (var each : cases) {
            casework.get(each, caller);
            if (!store.link(project.id(), each)) {
                throw new Refused(ProjectRefusal.LINKED_ELSEWHERE);
            }
        }
        return keep(new ProjectEvent.Linked(project.linking(cases), cases, caller.id(), clock.instant()));
    }

    private Project opened(String id, Caller caller) {
        require(caller);
        var project = store.lock(id)
                .filter(found -> visible(found, caller))
                .orElseThrow(() -> new Refused(ProjectRefusal.ABSENT));
        if (project.finish() != null) {
            throw new Refused(ProjectRefusal.FINISHED);
        }
        return project;
    }

    /** A town's people see their own town's projects. */
    private static boolean visible(Project project, Caller caller) {
        return caller.town() == null || caller.town().equals(project.town());
    }

    private static void require(Caller caller) {
        if (!caller.hasAny(Role.COMMANDER, Role.DISPATCHER)) {
            throw new Refused(ProjectRefusal.NOT_YOUR_ROLE);
        }
    }

    private Project keep(ProjectEvent event) {
        store.save(event.now());
        journal.append(event);
        return event.now();
    }
}
