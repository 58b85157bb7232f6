package io.chengyun.platform.assessment;

import io.chengyun.platform.assessment.group.GroupCard;
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
    private volatile Known known = new Known(-1, Map.of());

    RuleBook(Scenarios scenarios) {
        this.scenarios = scenarios;
    }

    private record Asked(String property, Duration interval) {}

    /** What was looked up in one edition of the scenarios. */
    private record Known(long edition, Map<Asked, List<AppliedRule>> rules) {}

    /** Raised whenever the rules may have changed. */
    long edition() {
        return scenarios.edition();
    }

    /** The rules for streams of this property and interval, in the scenarios' order; those that cannot judge one are left out. */
    List<AppliedRule> rulesFor(String property, Duration interval) {
        var held = known;
        long edition = scenarios.edition();
        if (held.edition() != edition) {
            held = new Known(edition, new ConcurrentHashMap<>());
            known = held;
        }
        return held.rules().computeIfAbsent(new Asked(property, interval), this::find);
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

    /** All rules, for their properties' usual intervals. */
    List<AppliedRule> list() {
        return scenarios.list().stream()
                .flatMap(scenario -> scenario.rules().stream().map(spec -> applied(scenario.id(), spec)))
                .toList();
    }

    /** All rules over several streams, as a person reads them. */
    List<GroupCard> listGroups() {
        return scenarios.list().stream()
                .flatMap(scenario -> scenario.groups().stream().map(spec -> GroupCard.of(scenario.id(), spec)))
                .toList();
    }

    private static AppliedRule applied(String scenario, RuleSpec spec) {
        return new AppliedRule(scenario, spec, spec.rule());
    }
}
