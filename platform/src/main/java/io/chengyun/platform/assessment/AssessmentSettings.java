package io.chengyun.platform.assessment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often what the rules remember is written down (研判设置). After a crash it is caught up from the observations stored
 * since; a rule that spoke is written down at once, with what it said.
 *
 * @param keepEvery how old what is written down of a stream may grow while it reports
 * @param keepAtOnce most streams written down with one batch because of their age
 */
@ConfigurationProperties("chengyun.assessment")
record AssessmentSettings(
        @DefaultValue("PT30S") Duration keepEvery,
        @DefaultValue("250") int keepAtOnce) {}
