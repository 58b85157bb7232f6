package io.chengyun.platform.assessment;

import io.chengyun.platform.sensing.Reading;
import io.chengyun.rules.Finding;
import io.chengyun.rules.RuleState;
import io.chengyun.rules.Sample;
import io.chengyun.rules.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One stream being weighed in a transaction (一次研判): true only once that is committed. Not for two threads. */
final class Weighing {

    private final StreamWatch watch;
    private final RuleState[] states;
    private final List<Said> said = new ArrayList<>(0);

    Weighing(StreamWatch watch) {
        this.watch = watch;
        this.states = watch.copyOfStates();
    }

    /** What a rule found. */
    record Said(AppliedRule rule, Finding finding) {}

    StreamWatch watch() {
        return watch;
    }

    /** Weighs readings, oldest first, each by every rule of the stream; what is found is returned once. */
    List<Said> on(List<Reading> readings) {
        said.clear();
        var rules = watch.rules();
        for (int r = 0; r < readings.size(); r++) {
            var reading = readings.get(r);
            var sample = new Sample(reading.at(), reading.value());
            for (int i = 0; i < states.length; i++) {
                take(i, rules.get(i).rule().on(states[i], sample));
            }
        }
        return List.copyOf(said);
    }

    /** Weighs the passing of time; what is found is returned once. */
    List<Said> onTime(Instant now) {
        said.clear();
        for (int i = 0; i < states.length; i++) {
            take(i, watch.rules().get(i).rule().onTime(states[i], now));
        }
        return List.copyOf(said);
    }

    private void take(int rule, Step step) {
        states[rule] = step.state();
        var finding = step.finding();
        if (finding != null) {
            said.add(new Said(watch.rules().get(rule), finding));
        }
    }

    RuleState[] states() {
        return states;
    }
}
