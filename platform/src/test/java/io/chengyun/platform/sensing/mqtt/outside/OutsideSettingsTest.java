package io.chengyun.platform.sensing.mqtt.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.sensing.mqtt.outside.OutsideSettings.Address;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutsideSettingsTest {

    private static OutsideSettings at(String url) {
        return new OutsideSettings(url, "", "", "house-1", "city", List.of("d/#"));
    }

    @Test
    void theUrlSaysWhereTheClusterIsAndWhetherTheWayThereIsSecret() {
        assertThat(at("tcp://broker.city:1883").address()).isEqualTo(new Address("broker.city", 1883, false));
        assertThat(at("ssl://broker.city:8883").address()).isEqualTo(new Address("broker.city", 8883, true));
    }

    @Test
    void aUrlThatLeadsNowhereIsNamedWithTheRemedy() {
        for (var wrong :
                new String[] {"broker.city", "http://broker.city:1883", "tcp://broker.city", "tcp://:1", "a b"}) {
            assertThatThrownBy(() -> at(wrong).address())
                    .as(wrong)
                    .isInstanceOf(Malformed.class)
                    .hasMessageContaining("chengyun.mqtt.outside.url")
                    .hasMessageContaining("tcp://host:port");
        }
    }

    @Test
    void whatIsListenedToIsSharedWithTheGroup() {
        assertThat(at("tcp://b:1").filters()).containsExactly("$share/city/d/#");
    }

    @Test
    void pausesBetweenTriesDoubleUntilTheLongest() {
        var limits = new OutsideLimits(10, Duration.ofDays(1), Duration.ofSeconds(60), Duration.ofSeconds(5));
        assertThat(List.of(limits.pause(0), limits.pause(1), limits.pause(5), limits.pause(6), limits.pause(1_000)))
                .containsExactly(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(32),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(60));
    }
}
