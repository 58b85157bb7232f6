package io.chengyun.platform.assessment;

import io.chengyun.platform.scenario.RuleSpec;
import io.chengyun.platform.scenario.Scenarios;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The rules of all installed scenarios (规则簿), looked up by what a stream observes and how often. */
@Component
class RuleBook {

    private final Scenarios scenarios;
    private final Map<Asked, List<AppliedRule>> known = new ConcurrentHashMap<>();

    RuleBook(Scenarios scenarios) {
        this.scenarios = scenarios;
    }

    private record Asked(String property, Duration interval) {}

    /** The rules for streams of this property and interval, in the scenarios' order; those that cannot judge one are left out. */
    List<AppliedRule> rulesFor(String property, Duration interval) {
        return known.computeIfAbsent(new Asked(property, interval), this::find);
    }

    private List<AppliedRule> find(Asked asked) {
        return list().stream()
                .filter(applied -> applied.spec().property().equals(asked.property()))
                .flatMap(applied -> every(applied, asked.interval()))
                .toList();
    }

    private static Stream<AppliedRule> every(AppliedRule applied, Duration interval) {
        return applied.rule().every(interval).stream()
                .map(rule -> new AppliedRule(applied.scenario(), applied.spec(), rule));
    }

    /** All rules that warn, for their properties' usual intervals. */
    List<AppliedRule> list() {
        return scenarios.list().stream()
                .flatMap(scenario -> scenario.rules().stream()
                        .filter(spec -> spec.danger() != null)
                        .map(spec -> applied(scenario.id(), spec)))
                .toList();
    }

    private static AppliedRule applied(String scenario, RuleSpec spec) {
        return new AppliedRule(scenario, spec, spec.rule());
    }
}
