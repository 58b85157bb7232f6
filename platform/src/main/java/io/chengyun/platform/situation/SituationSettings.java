package io.chengyun.platform.situation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the picture is shown (态势设置).
 *
 * @param keepEnded how long an ended case stays in the picture, by the house's clock
 * @param listeners most connections to the stream at once
 * @param sensors most sensors that are told one by one; where there are more, only those that hold a grade are
 * @param queue messages that may wait for one listener; who is further behind is dropped and comes again
 */
@ConfigurationProperties("chengyun.situation")
record SituationSettings(
        @DefaultValue("2h") Duration keepEnded,
        @DefaultValue("200") int listeners,
        @DefaultValue("3000") int sensors,
        @DefaultValue("256") int queue) {}
