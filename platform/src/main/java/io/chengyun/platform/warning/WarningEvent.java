package io.chengyun.platform.warning;

import io.chengyun.kernel.DomainEvent;
import io.chengyun.kernel.Grade;
import java.time.Instant;

/** All that can happen to a warning (预警). */
public sealed interface WarningEvent extends DomainEvent {

    /** The warning as it stands after the event, so that no follower has to come back and ask. */
    @Override
    Warning now();

    @Override
    default String subject() {
        return now().id();
    }

    /** 发布: the first signal of a danger in a town. */
    record Raised(Warning now, Instant at) implements WarningEvent {}

    /** 升级、降级: the danger got worse, or eased without passing. */
    record Regraded(Warning now, Grade from, Instant at) implements WarningEvent {}

    /** 续报: another gauge or rule speaks up or changes its word, and the grade stays. */
    record Heard(Warning now, Instant at) implements WarningEvent {}

    /** 缓解: no voice holds a grade any more; the quiet time runs. */
    record Eased(Warning now, Instant at) implements WarningEvent {}

    /** 复燃: a grade is held again before the quiet time was over. */
    record Resumed(Warning now, Grade from, Instant at) implements WarningEvent {}

    /** 签收: somebody on duty has seen it. */
    record Received(Warning now, String by, Instant at) implements WarningEvent {}

    /** 解除: quiet for as long as the scenario asks. */
    record Lifted(Warning now, Instant at) implements WarningEvent {}
}
