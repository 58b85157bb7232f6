package io.chengyun.platform.replay;

import io.chengyun.kernel.Fault;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.CaseState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * How fast staff act by themselves (演练人员): in which state, who does what, and how long after.
 *
 * @param receiveWarnings who receives a warning
 * @param steps at most one a state
 */
record ActorPlan(Receiving receiveWarnings, List<Step> steps) {

    ActorPlan {
        steps = List.copyOf(steps);
    }

    record Receiving(Duration after, Role role) {}

    /**
     * What is done in a state.
     *
     * @param action word of the action, such as {@code sign}
     */
    record Step(CaseState state, String action, Role role, Duration after) {}

    static ActorPlan read(Path file) {
        try {
            return YAMLMapper.builder().build().readValue(file.toFile(), ActorPlan.class);
        } catch (JacksonException e) {
            throw new Fault("replay:actors-unreadable", e);
        }
    }

    Optional<Step> stepIn(CaseState state) {
        return steps.stream().filter(step -> step.state() == state).findFirst();
    }
}
