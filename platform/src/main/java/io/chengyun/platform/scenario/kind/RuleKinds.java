package io.chengyun.platform.scenario.kind;

import io.chengyun.rules.Rate;
import io.chengyun.rules.Silence;
import io.chengyun.rules.Spike;
import io.chengyun.rules.Stuck;
import io.chengyun.rules.Threshold;
import io.chengyun.rules.leak.NightFlow;
import io.chengyun.rules.learning.Baseline;
import io.chengyun.rules.learning.Learnt;
import io.chengyun.rules.window.Window;
import java.util.List;
import java.util.Optional;

/** Every kind of rule for one stream (规则类型表). A new one is a line here and a reader beside it. */
public final class RuleKinds {

    private static final List<RuleKind> ALL = List.of(
            new RuleKind("threshold", Threshold.class, GradedKinds::threshold),
            new RuleKind("windowSum", Window.class, GradedKinds::windowSum),
            new RuleKind("window", Window.class, GradedKinds::window),
            new RuleKind("rate", Rate.class, GradedKinds::rate),
            new RuleKind("learnt", Learnt.class, LearningKinds::learnt),
            new RuleKind("night-flow", NightFlow.class, LeakKinds::nightFlow),
            new RuleKind("baseline", Baseline.class, LearningKinds::baseline),
            new RuleKind("stuck", Stuck.class, HealthKinds::stuck),
            new RuleKind("spike", Spike.class, HealthKinds::spike),
            new RuleKind("silence", Silence.class, HealthKinds::silence));

    private RuleKinds() {}

    public static List<RuleKind> list() {
        return ALL;
    }

    public static List<String> names() {
        return ALL.stream().map(RuleKind::name).toList();
    }

    public static Optional<RuleKind> find(String name) {
        return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }
}
