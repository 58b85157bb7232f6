package io.chengyun.platform.assessment.whatif;

import io.chengyun.platform.assessment.whatif.TrialResult.Chart;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.PastObservations;
import io.chengyun.rules.Finding;
import io.chengyun.rules.Rule;
import io.chengyun.rules.Watch;
import java.time.Instant;
import java.util.List;

/** One stream under a rule that is tried (试算流), fed in order of time; the observations' own times are the clock. */
final class TriedStream {

    private final Datastream stream;
    private final Watch watch;
    private final Period period;
    private final Sketch sketch;
    private int said;

    /** From when a rule is judged until when, in microseconds since 1970, in how many stretches of the chart. */
    record Period(long from, long until, int buckets) {

        static Period of(Instant from, Instant until, int buckets) {
            return new Period(PastObservations.micros(from), PastObservations.micros(until), buckets);
        }

        int bucket(long micros) {
            return (int) Math.min(buckets - 1, (micros - from) * (double) buckets / (until - from));
        }

        long millis(int bucket) {
            return (from + (until - from) / buckets * bucket) / 1_000;
        }
    }

    /** Hears what the rule says. */
    interface Ear {
        void hear(Datastream stream, Finding finding);
    }

    TriedStream(Datastream stream, Rule rule, Period period) {
        this.stream = stream;
        this.watch = new Watch(List.of(rule));
        this.period = period;
        this.sketch = new Sketch(stream, period);
    }

    /** Takes an observation: of the time before the period it only learns. */
    void on(long micros, double value, Ear ear) {
        if (micros < period.from()) {
            watch.remember(micros, value);
            return;
        }
        silence(micros, ear);
        watch.on(micros, value, (rule, finding) -> hear(finding, ear));
        sketch.on(micros, value);
    }

    /** The period is over: what is silent then has been noticed. */
    void end(Instant at, Ear ear) {
        silence(PastObservations.micros(at), ear);
    }

    private void silence(long untilMicros, Ear ear) {
        Passing.until(untilMicros, watch::dueAt, due -> watch.onTime(due, (rule, finding) -> hear(finding, ear)));
    }

    private void hear(Finding finding, Ear ear) {
        // what was so before the period began is not the period's
        if (PastObservations.micros(finding.at()) >= period.from()) {
            said++;
            ear.hear(stream, finding);
        }
    }

    int said() {
        return said;
    }

    Chart chart() {
        return sketch.chart();
    }
}
