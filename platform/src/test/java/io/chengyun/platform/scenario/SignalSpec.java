package io.chengyun.platform.scenario;

import io.chengyun.platform.place.ObservedProperties;
import io.chengyun.rules.Finding;
import io.chengyun.rules.Micros;
import io.chengyun.rules.Rule;
import io.chengyun.rules.Watch;
import io.chengyun.rules.group.GroupFinding;
import io.chengyun.rules.group.GroupState;
import io.chengyun.rules.group.Member;
import io.chengyun.rules.group.Report;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One spec of a scenario: what one stream observes, or several that stand together, and all that the rules must say of it,
 * in virtual time.
 *
 * @param property of the only stream; null when {@code streams} names several
 */
record SignalSpec(
        String name,
        @Nullable String property,
        @Nullable Map<String, String> streams,
        @Nullable Duration interval,
        List<Given> given,
        LocalTime until,
        List<Said> signals) {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DAY = LocalDate.of(2013, 10, 7);
    private static final String ONLY = "";

    record Given(
            LocalTime at,
            @Nullable String stream,
            double value,
            @Nullable LocalTime arrives) {
        Instant arrival() {
            return instant(arrives == null ? at : arrives);
        }

        String of() {
            return stream == null ? ONLY : stream;
        }
    }

    record Said(LocalTime at, String rule, String says) {

        static Said of(String rule, Finding finding) {
            var grade = finding.grade();
            return new Said(
                    finding.at().atZone(SHANGHAI).toLocalTime(),
                    rule,
                    grade == null ? finding.state().name() : grade.name());
        }
    }

    private static Instant instant(LocalTime at) {
        return at.atDate(DAY).atZone(SHANGHAI).toInstant();
    }

    List<Said> run(Scenario scenario, ObservedProperties properties) {
        var stage = new Stage(scenario);
        var named = streams == null ? Map.of(ONLY, Objects.requireNonNull(property)) : new TreeMap<>(streams);
        named.forEach((stream, observed) -> stage.enter(
                stream, observed, interval == null ? properties.get(observed).interval() : interval));
        given.stream().sorted(Comparator.comparing(Given::arrival)).forEach(one -> {
            stage.passTime(one.arrival());
            stage.observe(one);
            stage.passTime(one.arrival());
        });
        stage.passTime(instant(until));
        return stage.said;
    }

    /** The streams and groups of a spec under the scenario's rules. */
    private static final class Stage {
        private final Scenario scenario;
        private final List<Run> runs = new ArrayList<>();
        private final List<Group> groups = new ArrayList<>();
        private final List<Said> said = new ArrayList<>();
        private long streams;

        Stage(Scenario scenario) {
            this.scenario = scenario;
            scenario.groups().forEach(spec -> groups.add(new Group(spec)));
        }

        void enter(String stream, String property, Duration every) {
            var member = new Member(++streams, property, 121.38, 31.11, false);
            for (var spec : scenario.rulesOf(property)) {
                runs.add(new Run(
                        stream, member, spec.id(), spec.rule().every(every).orElseThrow()));
            }
        }

        void observe(Given one) {
            long micros = Micros.of(instant(one.at()));
            runs.stream()
                    .filter(run -> run.stream.equals(one.of()))
                    .forEach(run -> run.watch.on(micros, one.value(), (rule, finding) -> hear(run, finding)));
            runs.stream()
                    .filter(run -> run.stream.equals(one.of()))
                    .findFirst()
                    .ifPresent(run -> report(Report.measured(run.member, micros, one.value())));
        }

        private void hear(Run run, Finding finding) {
            said.add(Said.of(run.id, finding));
            report(Report.judged(run.member, run.id, finding));
        }

        private void report(Report report) {
            groups.stream()
                    .filter(group -> group.spec.rule().topics().contains(report.topic()))
                    .forEach(group -> hear(group, group.spec.rule().on(group.state, report)));
        }

        private void hear(Group group, @Nullable GroupFinding found) {
            if (found != null) {
                said.add(Said.of(group.spec.id(), found.finding()));
            }
        }

        /** Lets each rule act at each moment at which it is due. */
        void passTime(Instant now) {
            for (var run : runs) {
                var due = run.watch.dueAt();
                while (due != null && !due.isAfter(now)) {
                    run.clock = due.isAfter(run.clock) ? due : run.clock;
                    run.watch.onTime(run.clock, (rule, finding) -> hear(run, finding));
                    due = run.watch.dueAt();
                }
                run.clock = now;
            }
            for (var group : groups) {
                var due = group.spec.rule().dueAt(group.state);
                while (due != null && !due.isAfter(now)) {
                    hear(group, group.spec.rule().onTime(group.state, due));
                    due = group.spec.rule().dueAt(group.state);
                }
            }
        }
    }

    private static final class Run {
        private final String stream;
        private final Member member;
        private final String id;
        private final Watch watch;
        private Instant clock = Instant.MIN;

        Run(String stream, Member member, String id, Rule rule) {
            this.stream = stream;
            this.member = member;
            this.id = id;
            this.watch = new Watch(List.of(rule));
        }
    }

    private static final class Group {
        private final GroupSpec spec;
        private final GroupState state;

        Group(GroupSpec spec) {
            this.spec = spec;
            this.state = spec.rule().initial();
        }
    }
}
