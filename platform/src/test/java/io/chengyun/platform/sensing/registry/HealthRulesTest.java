package io.chengyun.platform.sensing.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.sensing.quality.QualityPolicy.Offline;
import io.chengyun.platform.sensing.registry.HealthRules.Health;
import io.chengyun.platform.sensing.registry.HealthRules.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthRulesTest {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final Offline POLICY = new Offline(3, Duration.ofMinutes(10));

    private static Seen seen(int intervalMinutes, int minutesAgo) {
        return new Seen(Duration.ofMinutes(intervalMinutes), NOON.minus(Duration.ofMinutes(minutesAgo)));
    }

    private static final Seen NEVER = new Seen(Duration.ofMinutes(60), null);

    private static Health health(Seen... streams) {
        return HealthRules.weigh(List.of(streams), null, POLICY, NOON);
    }

    @Test
    void aDeviceIsOfflineFromItsThirdMissedInterval() {
        assertThat(health(seen(60, 179))).isEqualTo(Health.ONLINE);
        assertThat(health(seen(60, 180))).isEqualTo(Health.OFFLINE);
    }

    @Test
    void aShortIntervalDoesNotMakeItOfflineWithinMinutes() {
        assertThat(health(seen(1, 9))).isEqualTo(Health.ONLINE);
        assertThat(health(seen(1, 10))).isEqualTo(Health.OFFLINE);
    }

    @Test
    void oneStreamThatSpeaksKeepsTheDeviceFromBeingOffline() {
        assertThat(health(seen(60, 500), seen(60, 5))).isEqualTo(Health.PARTIAL);
        assertThat(HealthRules.offlineAt(List.of(seen(60, 500), seen(60, 5)), null, POLICY))
                .contains(NOON.plus(Duration.ofMinutes(175)));
    }

    @Test
    void aDeviceThatNeverSpokeCountsFromItsCommissioning() {
        assertThat(health(NEVER)).isEqualTo(Health.NEVER);
        var freshly = NOON.minus(Duration.ofMinutes(30));
        assertThat(HealthRules.weigh(List.of(NEVER), freshly, POLICY, NOON)).isEqualTo(Health.NEVER);
        assertThat(HealthRules.weigh(List.of(NEVER), NOON.minus(Duration.ofHours(3)), POLICY, NOON))
                .isEqualTo(Health.OFFLINE);
    }

    @Test
    void aDeviceWithoutStreamsIsNeverOffline() {
        assertThat(HealthRules.weigh(List.of(), NOON.minus(Duration.ofDays(9)), POLICY, NOON))
                .isEqualTo(Health.NEVER);
        assertThat(HealthRules.offlineAt(List.of(), NOON, POLICY)).isEmpty();
    }
}
