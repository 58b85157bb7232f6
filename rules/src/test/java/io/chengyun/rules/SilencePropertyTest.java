package io.chengyun.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SilencePropertyTest {

    private final Silence rule = new Silence(ThresholdTest.DEPTH, 2, Duration.ofMinutes(5));

    @Property
    void silenceAndReturnAlternateHoweverOftenItIsAsked(
            @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 30) Integer> steps) {
        var stream = new Stream(rule);
        int minute = 0;
        for (int step : steps) {
            stream.feed(minute, 1);
            stream.until(minute);
            minute += step;
            stream.until(minute);
            stream.until(minute);
        }

        for (int i = 0; i < stream.said.size(); i++) {
            var expected = i % 2 == 0 ? Finding.State.UNKNOWN : Finding.State.EASED;
            assertThat(stream.said.get(i).state()).isEqualTo(expected);
        }
        long silences = steps.stream().filter(step -> step >= 10).count();
        assertThat(stream.said.stream().filter(finding -> finding.state() == Finding.State.UNKNOWN))
                .hasSize((int) silences);
    }
}
