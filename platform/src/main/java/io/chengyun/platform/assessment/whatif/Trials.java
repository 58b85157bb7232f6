package io.chengyun.platform.assessment.whatif;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.scenario.GroupSpec;
import io.chengyun.platform.scenario.RuleSpec;
import io.chengyun.platform.scenario.RulesReader;
import io.chengyun.platform.scenario.Scenario;
import io.chengyun.platform.scenario.Scenarios;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.rules.group.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tries drafts of rules on what is stored (试算): which rule, which streams, which time. Changes nothing. */
@Service
class Trials {

    private final Scenarios scenarios;
    private final RulesReader reader;
    private final StreamChoice streams;
    private final TrialRun run;
    private final Places places;

    Trials(Scenarios scenarios, RulesReader reader, StreamChoice streams, TrialRun run, Places places) {
        this.scenarios = scenarios;
        this.reader = reader;
        this.streams = streams;
        this.run = run;
        this.places = places;
    }

    /**
     * What is to be tried.
     *
     * @param scenario whose dangers the rule may name
     * @param rule one entry of rules.yml
     * @param streams ids; empty for all of the rule's properties in the town
     * @param town null for the whole district; asked only when no ids are given
     */
    record Asked(
            String scenario,
            String rule,
            List<Long> streams,
            @Nullable String town,
            Instant from,
            Instant until) {

        Asked {
            streams = List.copyOf(streams);
            if (!from.isBefore(until)) {
                throw new Malformed("until", "must be later than from");
            }
        }
    }

    TrialResult run(Asked asked, Caller caller) {
        var scenario = scenarios.get(asked.scenario());
        return reader.isOverSeveral(asked.rule())
                ? overSeveral(scenario, reader.entryOverSeveral(scenario, asked.rule()), asked, caller)
                : overOne(scenario, reader.entry(scenario, asked.rule()), asked, caller);
    }

    private TrialResult overOne(Scenario scenario, RuleSpec draft, Asked asked, Caller caller) {
        var active = scenario.rules().stream()
                .filter(spec -> spec.id().equals(draft.id()) && spec.property().equals(draft.property()))
                .findFirst()
                .orElse(null);
        var frame = frame(asked, Set.of(draft.property()));
        return run.run(new Trial(draft, active, frame), frame, caller.id());
    }

    private TrialResult overSeveral(Scenario scenario, GroupSpec draft, Asked asked, Caller caller) {
        var active = scenario.groups().stream()
                .filter(spec -> spec.id().equals(draft.id()))
                .findFirst()
                .orElse(null);
        var properties = draft.rule().topics().stream()
                .map(topic -> Report.ruleOf(topic).isEmpty()
                        ? topic
                        : scenario.rule(Report.ruleOf(topic)).property())
                .collect(Collectors.toSet());
        var frame = frame(asked, properties);
        var trial = new GroupTrial(draft, active, frame, scenario::rule, streams.grouping());
        return run.run(trial, frame, caller.id());
    }

    private Trial.Frame frame(Asked asked, Set<String> properties) {
        var zone = places.district().zone();
        return new Trial.Frame(chosen(asked, properties), asked.from(), asked.until(), zone, run.settings());
    }

    /** Ends the caller's trial, if one runs. */
    void cancel(Caller caller) {
        run.cancel(caller.id());
    }

    private List<Datastream> chosen(Asked asked, Set<String> properties) {
        var chosen = asked.streams().isEmpty()
                ? streams.of(properties, asked.town())
                : new ArrayList<>(streams.named(asked.streams(), properties));
        if (chosen.isEmpty()) {
            throw new Refused(TrialRefusal.NO_STREAM);
        }
        if (chosen.size() > run.settings().streams()) {
            throw new Refused(
                    TrialRefusal.TOO_MUCH,
                    List.of("at most " + run.settings().streams() + " streams, these are " + chosen.size()));
        }
        return chosen;
    }
}
