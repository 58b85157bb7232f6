package io.chengyun.platform.sensing.registry;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.sensing.registry.Clusters.Box;
import io.chengyun.platform.sensing.registry.Device.Make;
import io.chengyun.platform.sensing.registry.Device.State;
import io.chengyun.platform.sensing.registry.HealthRules.Health;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

    /** By the published formula of map tiles, written another way than the code's. */
    private static String square(Device device, int zoom) {
        var at = requireNonNull(device.position());
        double side = Math.pow(2, zoom) * 4;
        double y = 1 - Math.log(Math.tan(Math.toRadians(at.lat())) + 1 / Math.cos(Math.toRadians(at.lat()))) / Math.PI;
        return (long) Math.floor((at.lon() + 180) / 360 * side) + "/" + (long) Math.floor(y / 2 * side);
    }

    @Test
    void atEveryZoomEachOfAHundredThousandDevicesIsCountedOnceInItsSquare() {
        var random = new Random(310112);
        var devices = new ArrayList<Device>();
        for (int i = 0; i < 100_000; i++) {
            devices.add(at("d" + i, 121.2 + random.nextDouble() * 0.4, 30.9 + random.nextDouble() * 0.4));
        }
        int before = 0;
        for (int zoom = 0; zoom <= 20; zoom += 2) {
            var clusters = new Clusters(MINHANG, zoom + 0.5);
            var expected = new HashMap<String, Integer>();
            for (int i = 0; i < devices.size(); i++) {
                clusters.add(devices.get(i), i % 10 == 0 ? Health.OFFLINE : Health.ONLINE);
                expected.merge(square(devices.get(i), zoom), 1, Integer::sum);
            }

            var list = clusters.list();
            assertThat(list).as("zoom " + zoom).hasSize(expected.size()).hasSizeGreaterThanOrEqualTo(before);
            assertThat(list.stream().map(Clusters.Cluster::count).sorted().toList())
                    .isEqualTo(expected.values().stream().sorted().toList());
            assertThat(list.stream()
                            .mapToInt(one -> one.health().getOrDefault(Health.OFFLINE, 0))
                            .sum())
                    .isEqualTo(10_000);
            assertThat(list)
                    .allSatisfy(one ->
                            assertThat(MINHANG.holds(one.lon(), one.lat())).isTrue());
            before = list.size();
        }
        assertThat(before).as("from near nearly all stand alone").isGreaterThan(99_000);
    }

    @Test
    void theEndsOfTheEarthAreSquaresToo() {
        var clusters = new Clusters(Box.of("-180,-90,180,90"), 22);
        for (var end : List.of(at("a", -180, -90), at("b", 180, 90), at("c", 180, -90), at("d", -180, 90))) {
            assertThat(clusters.sees(end)).isTrue();
            clusters.add(end, Health.ONLINE);
        }
        assertThat(clusters.list()).hasSize(4);
    }

    @Test
    void aTornBoxIsNamed() {
        assertThatThrownBy(() -> Box.of("1,2,3")).isInstanceOf(Malformed.class).hasMessageContaining("bbox");
        assertThatThrownBy(() -> Box.of("1,2,3,x"))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("bbox");
    }
}
