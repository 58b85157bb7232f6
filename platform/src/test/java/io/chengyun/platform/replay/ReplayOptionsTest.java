package io.chengyun.platform.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayOptionsTest {

    private static final List<String> LEAST =
            List.of("--observations", "in.csv", "--out", "events.jsonl", "--summary", "summary.json");

    private static ReplayOptions parse(String... more) {
        var words = new ArrayList<>(LEAST);
        words.addAll(List.of(more));
        return ReplayOptions.parse(words);
    }

    @Test
    void leastThatIsNeededHasDefaultsForTheRest() {
        var options = parse();
        assertThat(options.district()).isEqualTo("minhang");
        assertThat(options.scenario()).isEqualTo("flood");
        assertThat(options.actors()).isEqualTo(ReplayOptions.Acting.AUTO);
        assertThat(options.until()).isNull();
        assertThat(options.in().things()).isNull();
        assertThat(options.in().requests()).isNull();
    }

    @Test
    void untilIsATimeWithOffset() {
        assertThat(parse("--until", "2013-10-09T00:00:00+08:00").until())
                .isEqualTo(Instant.parse("2013-10-08T16:00:00Z"));
        assertThatThrownBy(() -> parse("--until", "tomorrow"))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("--until: 'tomorrow' is no ISO 8601 time with offset");
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThatThrownBy(() -> parse("--colour", "red")).hasMessageContaining("--colour: no such option");
        assertThatThrownBy(() -> parse("--actors", "some")).hasMessageContaining("neither auto nor data nor none");
        assertThatThrownBy(() -> parse("--until")).hasMessageContaining("--until: needs a value");
        assertThatThrownBy(() -> ReplayOptions.parse(List.of())).hasMessageContaining("--observations: is missing");
    }

    @Test
    void requestsMayStandAloneAndTheirDataMayDriveTheActors() {
        var words = List.of("--requests", "in.csv", "--out", "a", "--summary", "b", "--actors", "data");
        var options = ReplayOptions.parse(words);
        assertThat(options.in().observations()).isNull();
        assertThat(options.actors()).isEqualTo(ReplayOptions.Acting.DATA);
        assertThatThrownBy(() -> parse("--actors", "data")).hasMessageContaining("data needs --requests");
    }
}
