package io.chengyun.platform.casework.project;

import io.chengyun.kernel.DomainEvent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** All that can happen to a project (项目流水). */
public sealed interface ProjectEvent extends DomainEvent {

    /** The project as it stands after the event. */
    @Override
    Project now();

    @Override
    default String subject() {
        return now().id();
    }

    /** 立项. */
    record Opened(Project now, Instant at) implements ProjectEvent {
        @Override
        public String by() {
            return now.plan().by();
        }
    }

    /** 关联案件. */
    record Linked(Project now, List<String> cases, String by, Instant at) implements ProjectEvent {
        public Linked {
            cases = List.copyOf(cases);
        }
    }

    /** 取消关联. */
    record Unlinked(Project now, String caseId, String by, Instant at) implements ProjectEvent {}

    /** 完成: the cause is gone. */
    record Finished(Project now, Instant at) implements ProjectEvent {
        @Override
        public String by() {
            return Objects.requireNonNull(now.finish(), "finished").by();
        }
    }
}
