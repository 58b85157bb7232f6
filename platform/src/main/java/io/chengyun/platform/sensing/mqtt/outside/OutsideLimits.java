package io.chengyun.platform.sensing.mqtt.outside;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is taken of the cluster outside, and how the house comes back to it (外部集群限额).
 *
 * @param window messages that the cluster sends before the first of them is acknowledged; the others wait there
 * @param keep how long the cluster is asked to keep messages for a house that is away
 * @param longestPause longest pause between two tries to connect; the first is a second, each next twice as long
 * @param again pause before a message of a source that is kept out is tried again
 */
@ConfigurationProperties("chengyun.mqtt.outside.limits")
record OutsideLimits(
        @DefaultValue("10000") int window,
        @DefaultValue("P1D") Duration keep,
        @DefaultValue("PT60S") Duration longestPause,
        @DefaultValue("PT5S") Duration again) {

    private static final int FIRST_SECOND = 1;
    private static final int MOST_DOUBLINGS = 20;

    /** The pause before the next try after so many that were in vain. */
    Duration pause(int tries) {
        var doubled = Duration.ofSeconds(FIRST_SECOND << Math.min(tries, MOST_DOUBLINGS));
        return doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
    }
}
