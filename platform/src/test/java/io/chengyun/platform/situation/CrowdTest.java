package io.chengyun.platform.situation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chengyun.kernel.Grade;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** More sensors than are told one by one. */
@TestPropertySource(properties = "chengyun.situation.sensors=0")
class CrowdTest extends SituationHouse {

    @Test
    void onlySensorsThatHoldAGradeAreToldAndTheOthersAreCounted() throws Exception {
        var crowd = picture().get("crowd");
        assertThat(crowd.get("gathered").asBoolean()).isTrue();
        assertThat(crowd.get("sensors").asInt()).isPositive();
        assertThat(crowd.get("unknown").asInt()).isEqualTo(crowd.get("sensors").asInt());
        assertThat(picture().get("sensors")).isEmpty();

        try (var stream = listen("")) {
            await().atMost(SOON).until(() -> !stream.heard("crowd").isEmpty());
            happen(Dangers.raised("w-crowd", gauge.id(), Grade.YELLOW, clock.instant()));
            assertThat(sensor().get("grade").asString()).isEqualTo("YELLOW");
            await().atMost(SOON).until(() -> told(stream, "\"grade\":\"YELLOW\""));

            happen(Dangers.lifted("w-crowd", gauge.id(), clock.instant()));
            assertThat(picture().get("sensors")).isEmpty();
            await().atMost(SOON).until(() -> told(stream, "\"grade\":null"));
        }
    }

    private boolean told(EventStream stream, String what) {
        return stream.heard("sensors").stream()
                .anyMatch(event -> event.data().contains("\"stream\":" + gauge.id())
                        && event.data().contains(what));
    }
}
