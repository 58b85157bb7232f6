package io.chengyun.platform.assessment.whatif;

import io.chengyun.platform.assessment.group.Grouping.Placed;
import io.chengyun.platform.assessment.whatif.Trial.Frame;
import io.chengyun.platform.assessment.whatif.TrialResult.Said;
import io.chengyun.platform.scenario.GroupSpec;
import io.chengyun.platform.scenario.RuleSpec;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.PastObservations;
import io.chengyun.rules.Finding;
import io.chengyun.rules.Watch;
import io.chengyun.rules.group.GroupFinding;
import io.chengyun.rules.group.GroupState;
import io.chengyun.rules.group.Member;
import io.chengyun.rules.group.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All groups under one version of a rule over several streams (试算群体), fed by time; the observations' own times are the clock. */
final class TriedGroups {

    private final GroupSpec spec;
    private final Tally tally;
    private final long from;
    private final Map<String, GroupState> groups = new LinkedHashMap<>();
    private final Map<Long, List<Seat>> seats = new HashMap<>();
    private final Map<Long, List<Heard>> heard = new HashMap<>();
    private Duration past = Duration.ZERO;

    /** A stream's place in a group, which remembers what it heard. */
    private record Seat(GroupState state, Member member) {}

    /** A rule of one stream that the groups listen to. */
    private record Heard(String rule, Watch watch) {}

    TriedGroups(GroupSpec spec, Map<Long, List<Placed>> placed, Frame frame, Function<String, RuleSpec> rules) {
        this.spec = spec;
        this.tally = new Tally(frame.zone());
        this.from = PastObservations.micros(frame.from());
        for (var stream : frame.streams()) {
            seats.put(
                    stream.id(),
                    placed.getOrDefault(stream.id(), List.of()).stream()
                            .map(one -> new Seat(
                                    groups.computeIfAbsent(
                                            one.place(), first -> spec.rule().initial()),
                                    one.member()))
                            .toList());
            listen(stream, rules);
        }
    }

    private void listen(Datastream stream, Function<String, RuleSpec> rules) {
        for (var topic : spec.rule().topics()) {
            var id = Report.ruleOf(topic);
            var named = id.isEmpty() ? null : rules.apply(id);
            if (named != null && named.property().equals(stream.property())) {
                named.rule().every(stream.interval()).ifPresent(rule -> {
                    heard.computeIfAbsent(stream.id(), first -> new ArrayList<>())
                            .add(new Heard(id, new Watch(List.of(rule))));
                    past = longer(past, longer(rule.lookback(), rule.learnsFrom()));
                });
            }
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    GroupSpec spec() {
        return spec;
    }

    /** How long before the period it must begin to hear, so that it knows at its beginning what it would know. */
    Duration reach() {
        return spec.rule().reach().plus(past);
    }

    void on(long stream, long micros, double value, Consumer<GroupFinding> ear) {
        var theirs = seats.getOrDefault(stream, List.of());
        theirs.forEach(seat -> time(seat.state(), micros, ear));
        for (var rule : heard.getOrDefault(stream, List.of())) {
            Watch.Ear signal = (number, finding) -> judged(theirs, rule.rule(), finding, ear);
            silence(rule.watch(), micros, signal);
            rule.watch().on(micros, value, signal);
        }
        for (var seat : theirs) {
            if (spec.rule().topics().contains(seat.member().property())) {
                tell(spec.rule().on(seat.state(), Report.measured(seat.member(), micros, value)), ear);
            }
        }
    }

    private void judged(List<Seat> theirs, String rule, Finding finding, Consumer<GroupFinding> ear) {
        for (var seat : theirs) {
            tell(spec.rule().on(seat.state(), Report.judged(seat.member(), rule, finding)), ear);
        }
    }

    /** The period is over: what is silent, or has passed, by then has been noticed. */
    void end(Instant at, Consumer<GroupFinding> ear) {
        long passed = PastObservations.micros(at);
        heard.forEach((stream, rules) -> rules.forEach(rule -> silence(
                rule.watch(),
                passed,
                (number, finding) -> judged(seats.getOrDefault(stream, List.of()), rule.rule(), finding, ear))));
        groups.values().forEach(state -> time(state, passed, ear));
    }

    private static void silence(Watch watch, long untilMicros, Watch.Ear ear) {
        Passing.until(untilMicros, watch::dueAt, due -> watch.onTime(due, ear));
    }

    private void time(GroupState state, long untilMicros, Consumer<GroupFinding> ear) {
        var rule = spec.rule();
        Passing.until(untilMicros, () -> rule.dueAt(state), due -> tell(rule.onTime(state, due), ear));
    }

    private void tell(@Nullable GroupFinding said, Consumer<GroupFinding> ear) {
        // what was so before the period began is not the period's
        if (said != null && PastObservations.micros(said.finding().at()) >= from) {
            tally.count(said.finding());
            ear.accept(said);
        }
    }

    Said said(Duration period) {
        return tally.said(spec.version(), period);
    }
}
