package io.chengyun.platform.scenario;

import io.chengyun.kernel.DomainEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** All that can happen to a scenario (场景包). */
public sealed interface ScenarioEvent extends DomainEvent {

    @Override
    InstalledScenario now();

    @Override
    default String subject() {
        return now().id();
    }

    /**
     * 启用: this content of this version is in force from now on, for the first time.
     *
     * @param by staff id of who put it in force; null where it came with the house's own folder
     */
    record Activated(InstalledScenario now, @Nullable String by, Instant at) implements ScenarioEvent {}
}
