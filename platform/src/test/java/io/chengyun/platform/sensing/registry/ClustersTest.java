package io.chengyun.platform.sensing.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.sensing.registry.Clusters.Box;
import io.chengyun.platform.sensing.registry.Device.Make;
import io.chengyun.platform.sensing.registry.Device.State;
import io.chengyun.platform.sensing.registry.HealthRules.Health;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClustersTest {

    private static final Box MINHANG = Box.of("121.2,30.9,121.6,31.3");

    private static Device at(String code, double lon, double lat) {
        return new Device(code, code, Make.UNKNOWN, new Position(lon, lat), null, null, State.ACTIVE, null);
    }

    @Test
    void neighboursAreOneFromAfarAndTwoFromNear() {
        for (var zoom : new double[] {8, 19}) {
            var clusters = new Clusters(MINHANG, zoom);
            clusters.add(at("a", 121.400, 31.100), Health.ONLINE);
            clusters.add(at("b", 121.402, 31.102), Health.OFFLINE);
            assertThat(clusters.list()).hasSize(zoom == 8 ? 1 : 2);
        }
    }

    @Test
    void aClusterCountsHealthAndALoneDeviceIsNamed() {
        var clusters = new Clusters(MINHANG, 10);
        clusters.add(at("a", 121.4, 31.1), Health.ONLINE);
        assertThat(clusters.list().get(0).device()).isEqualTo("a");
        clusters.add(at("b", 121.4, 31.1), Health.OFFLINE);
        var both = clusters.list().get(0);
        assertThat(both.device()).isNull();
        assertThat(both.health()).isEqualTo(Map.of(Health.ONLINE, 1, Health.OFFLINE, 1));
    }

    @Test
    void whatIsOutOfSightIsNotSeen() {
        var clusters = new Clusters(MINHANG, 10);
        assertThat(clusters.sees(at("a", 121.4, 31.1))).isTrue();
        assertThat(clusters.sees(at("b", 121.7, 31.1))).isFalse();
    }

    @Test
    void aTornBoxIsNamed() {
        assertThatThrownBy(() -> Box.of("1,2,3")).isInstanceOf(Malformed.class).hasMessageContaining("bbox");
        assertThatThrownBy(() -> Box.of("1,2,3,x"))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("bbox");
    }
}
