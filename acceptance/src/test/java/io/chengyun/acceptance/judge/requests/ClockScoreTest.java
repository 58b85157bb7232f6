package io.chengyun.acceptance.judge.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chengyun.acceptance.judge.requests.Boston.Asked;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ClockScoreTest {

    private final ClockScore score = new ClockScore();

    private void hears(String line) {
        assertThat(ClockScore.counts(line)).isTrue();
        score.add(JsonMapper.shared().readTree(line));
    }

    private static Asked row(String id, String onTime) {
        return new Asked(List.of(id, "", "", "", onTime, "", "", "", "", "", "", ""));
    }

    @Test
    void rowsAreJoinedByTheirOwnNumberAndMinutesAreHeldAgainstTheTarget() {
        for (var id : List.of("a", "b", "c", "d")) {
            hears("{\"n\":1,\"type\":\"intake.Received\",\"subject\":\"R-" + id + "\",\"now\":{\"externalId\":\"" + id
                    + "\"}}");
        }
        for (var id : List.of("a", "b", "d")) {
            hears("{\"n\":2,\"at\":\"2013-01-01T22:32:33.001Z\",\"type\":\"casework.Overran\",\"now\":{\"origin\":"
                    + "{\"request\":\"R-" + id + "\"}}}");
        }
        var late = List.of(row("a", "OVERDUE"), row("b", "OVERDUE"));
        var all = List.of(late.get(0), late.get(1), row("c", "ONTIME"), row("d", "ONTIME"));

        assertThat(score.knows(row("e", "ONTIME"))).isFalse();
        assertThat(score.agreement(all)).isCloseTo(0.75, within(1e-12));
        assertThat(score.minutes(late, Map.of("a", "2013-01-01T22:32:33Z", "b", "2013-01-01T22:33:00Z")))
                .isCloseTo(0.5, within(1e-12));
        assertThat(ClockScore.counts("{\"n\":3,\"type\":\"casework.Closed\"}")).isFalse();
    }
}
