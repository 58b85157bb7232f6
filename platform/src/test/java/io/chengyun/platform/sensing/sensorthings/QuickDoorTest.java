package io.chengyun.platform.sensing.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which paths go through the quick door. */
class QuickDoorTest {

    @Test
    void aStreamsObservationsDoWhicheverVersionIsSpoken() {
        assertThat(QuickDoor.stream("/v1.1/Datastreams(12)/Observations")).isEqualTo(12);
        assertThat(QuickDoor.stream("/v1.0/Datastreams(0)/Observations")).isZero();
        assertThat(QuickDoor.stream("/v1.1/Datastreams(999999999999999999)/Observations"))
                .isEqualTo(999_999_999_999_999_999L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/v1.1",
                "/v1.2/Datastreams(1)/Observations",
                "/v1.1/Datastreams()/Observations",
                "/v1.1/Datastreams(-1)/Observations",
                "/v1.1/Datastreams('1')/Observations",
                "/v1.1/Datastreams(1x)/Observations",
                "/v1.1/Datastreams(%31)/Observations",
                "/v1.1/Datastreams(1)(2)/Observations",
                "/v1.1/Datastreams(1000000000000000000)/Observations",
                "/v1.1/Datastreams(1)/Observations/",
                "/v1.1/Datastreams(1)/Observations(2)",
                "/v1.1/Datastreams(1)/Observations/$ref",
                "/v1.1/MultiDatastreams(1)/Observations",
                "/v1.1/Observations",
                "/v1.1/)/Observations"
            })
    void nothingElseDoes(String path) {
        assertThat(QuickDoor.stream(path)).isNull();
    }
}
