package io.chengyun.platform.casework.policy;

import io.chengyun.platform.casework.Casework;
import io.chengyun.platform.journal.Follower;
import io.chengyun.platform.scenario.CaseClass;
import io.chengyun.platform.scenario.ScenarioEvent;
import io.chengyun.platform.scenario.Scenarios;
import org.springframework.stereotype.Component;

/** Hears that scenarios changed (听规定): open cases count by the new limits from the same day. */
@Component
class PolicyFollower implements Follower<ScenarioEvent> {

    private final Casework casework;
    private final Scenarios scenarios;

    PolicyFollower(Casework casework, Scenarios scenarios) {
        this.casework = casework;
        this.scenarios = scenarios;
    }

    @Override
    public String name() {
        return "casework.policy";
    }

    @Override
    public Class<ScenarioEvent> hears() {
        return ScenarioEvent.class;
    }

    @Override
    public void on(long number, ScenarioEvent event) {
        scenarios.list().stream()
                .filter(scenario -> scenario.id().equals(event.now().id()))
                .map(scenario -> scenario.casework().classes().stream()
                        .map(CaseClass::code)
                        .toList())
                .forEach(classes -> casework.openOf(classes).forEach(casework::relimit));
    }
}
