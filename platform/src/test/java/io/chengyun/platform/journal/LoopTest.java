package io.chengyun.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a loop goes on: it rests by what it did, and a step that fails does not end it. */
class LoopTest {

    private static Duration rest(int took, int worked) {
        return Loop.rest(took, Duration.ofMillis(worked));
    }

    @Test
    void restsNineTimesAsLongAsItWorked() {
        assertThat(rest(5, 3)).isEqualTo(Duration.ofMillis(27));
        assertThat(rest(5, 1)).as("at least").isEqualTo(Duration.ofMillis(10));
        assertThat(rest(5, 50)).as("at most").isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void hardlyRestsWhenItIsBehind() {
        assertThat(rest(999, 50)).isEqualTo(Duration.ofMillis(100));
        assertThat(rest(1_000, 50)).isEqualTo(Duration.ofMillis(10));
    }

    @Test
    @Timeout(20)
    void goesOnAfterAStepThatFailed() throws Exception {
        var steps = new LinkedBlockingQueue<Integer>();
        var loop = new Loop("test", Duration.ofMinutes(5), () -> {
            steps.add(steps.size());
            if (steps.size() == 1) {
                throw new IllegalStateException("once");
            }
            return 0;
        });
        var thread = loop.start();

        while (steps.size() < 2) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        while (loop.failures() > 0) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertThat(loop.fault()).isNull();
        loop.stop();
        thread.join(10_000);
        assertThat(thread.isAlive()).isFalse();
    }
}
