package io.chengyun.platform.scenario;

import io.chengyun.kernel.DomainEvent;
import java.time.Instant;

/** All that can happen to a scenario (场景包). */
public sealed interface ScenarioEvent extends DomainEvent {

    @Override
    InstalledScenario now();

    @Override
    default String subject() {
        return now().id();
    }

    /** 启用: this content of this version is in force from now on, for the first time. */
    record Activated(InstalledScenario now, Instant at) implements ScenarioEvent {}
}
