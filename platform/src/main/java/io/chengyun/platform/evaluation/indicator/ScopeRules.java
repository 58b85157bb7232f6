package io.chengyun.platform.evaluation.indicator;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import java.util.Optional;

/** Decides who may see whose figures (查看范围). */
final class ScopeRules {

    private ScopeRules() {}

    /** Why the caller may not see the answer; empty if they may. */
    static Optional<IndicatorRefusal> refuses(Question question, Caller caller) {
        return switch (question.subject()) {
            case PERSON ->
                caller.hasAny(Role.COMMANDER) || caller.id().equals(question.of())
                        ? Optional.empty()
                        : Optional.of(IndicatorRefusal.PERSONS_HIDDEN);
            case DISTRICT -> caller.town() == null ? Optional.empty() : Optional.of(IndicatorRefusal.DISTRICT_HIDDEN);
            case TOWN, GRID ->
                question.of() == null || caller.mayEnter(new AreaCode(question.of()))
                        ? Optional.empty()
                        : Optional.of(IndicatorRefusal.NO_SUCH_MEMBER);
            case DEPARTMENT, POST -> Optional.empty();
        };
    }
}
