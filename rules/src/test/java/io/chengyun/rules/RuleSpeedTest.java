package io.chengyun.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One thread must weigh 200,000 observations a second; measured here over a thousand streams, 5-minute windows included. */
class RuleSpeedTest {

    private static final int STREAMS = 1_000;
    private static final int SAMPLES = 500;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Duration FIVE = Duration.ofMinutes(5);

    private static final Map<String, Rule> RULES = Map.of(
            "threshold", new Threshold(ThresholdTest.DEPTH, ThresholdTest.UNDERPASS, FIVE),
            "sum of 12", new WindowSum(WindowSumTest.RAIN, WindowSumTest.ONE_HOUR, Duration.ofHours(1), FIVE),
            "sum of 72", new WindowSum(WindowSumTest.RAIN, WindowSumTest.SIX_HOURS, Duration.ofHours(6), FIVE),
            "silence", new Silence(ThresholdTest.DEPTH, 2, FIVE));

    @Test
    void everyKindWeighsTwoHundredThousandObservationsASecond() {
        RULES.forEach((name, rule) -> {
            run(rule, SAMPLES / 5);
            // The thread's own time, so that a busy machine does not make the code look slow.
            long begun = THREADS.getCurrentThreadCpuTime();
            int findings = run(rule, SAMPLES);
            double perSecond = STREAMS * SAMPLES * 1e9 / (THREADS.getCurrentThreadCpuTime() - begun);
            System.out.printf("%s: %,.0f observations/s, %d findings%n", name, perSecond, findings);
            assertThat(perSecond).as(name).isGreaterThan(200_000);
        });
    }

    private static int run(Rule rule, int samples) {
        var states = new RuleState[STREAMS];
        Arrays.fill(states, rule.initial());
        int findings = 0;
        var at = Instant.parse("2013-10-07T00:00:00Z");
        for (int i = 0; i < samples; i++) {
            at = at.plus(FIVE);
            for (int stream = 0; stream < STREAMS; stream++) {
                var step = rule.on(states[stream], new Sample(at, (i * 31 + stream * 7) % 97 == 0 ? 30 : 0.2));
                states[stream] = step.state();
                findings += step.finding() == null ? 0 : 1;
            }
        }
        return findings;
    }
}
