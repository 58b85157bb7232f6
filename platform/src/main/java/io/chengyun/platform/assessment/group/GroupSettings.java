package io.chengyun.platform.assessment.group;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often what rules know of groups is written down (群体研判设置).
 *
 * @param keepEvery how old what is written down of a group may grow while its members report
 * @param keepAtOnce most groups written down with one batch because of their age
 * @param nearest most streams that are held against the one in the middle of a radius
 */
@ConfigurationProperties("chengyun.assessment.groups")
record GroupSettings(
        @DefaultValue("PT30S") Duration keepEvery,
        @DefaultValue("50") int keepAtOnce,
        @DefaultValue("16") int nearest) {}
