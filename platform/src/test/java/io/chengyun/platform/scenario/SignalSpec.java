package io.chengyun.platform.scenario;

import io.chengyun.platform.place.ObservedProperties;
import io.chengyun.rules.Finding;
import io.chengyun.rules.Rule;
import io.chengyun.rules.Sample;
import io.chengyun.rules.Watch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One spec of a scenario: what one stream observes, and all that the rules must say of it, in virtual time. */
record SignalSpec(
        String name,
        String property,
        @Nullable Duration interval,
        List<Given> given,
        LocalTime until,
        List<Said> signals) {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DAY = LocalDate.of(2013, 10, 7);

    record Given(LocalTime at, double value, @Nullable LocalTime arrives) {
        Instant arrival() {
            return instant(arrives == null ? at : arrives);
        }
    }

    record Said(LocalTime at, String rule, String says) {}

    private static Instant instant(LocalTime at) {
        return at.atDate(DAY).atZone(SHANGHAI).toInstant();
    }

    List<Said> run(Scenario scenario, ObservedProperties properties) {
        var every = interval == null ? properties.get(property).interval() : interval;
        var runs = scenario.rulesOf(property).stream()
                .map(spec -> new Run(spec.id(), spec.rule().every(every).orElseThrow()))
                .toList();
        var said = new ArrayList<Said>();
        given.stream().sorted(Comparator.comparing(Given::arrival)).forEach(one -> {
            passTime(runs, one.arrival(), said);
            var sample = new Sample(instant(one.at()), one.value());
            runs.forEach(run -> run.watch.on(sample.micros(), sample.value(), run.into(said)));
            passTime(runs, one.arrival(), said);
        });
        passTime(runs, instant(until), said);
        return said;
    }

    /** Lets each rule act at each moment at which it is due. */
    private static void passTime(List<Run> runs, Instant now, List<Said> said) {
        for (var run : runs) {
            var due = run.watch.dueAt();
            while (due != null && !due.isAfter(now)) {
                run.clock = due.isAfter(run.clock) ? due : run.clock;
                run.watch.onTime(run.clock, run.into(said));
                due = run.watch.dueAt();
            }
            run.clock = now;
        }
    }

    private static final class Run {
        private final String id;
        private final Watch watch;
        private Instant clock = Instant.MIN;

        Run(String id, Rule rule) {
            this.id = id;
            this.watch = new Watch(List.of(rule));
        }

        Watch.Ear into(List<Said> said) {
            return (rule, finding) ->
                    said.add(new Said(finding.at().atZone(SHANGHAI).toLocalTime(), id, says(finding)));
        }

        private static String says(Finding finding) {
            return finding.grade() == null
                    ? finding.state().name()
                    : finding.grade().name();
        }
    }
}
