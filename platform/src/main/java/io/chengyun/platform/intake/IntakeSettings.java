package io.chengyun.platform.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How citizens are let in (诉求设置).
 *
 * @param tries wrong digits for one request before everybody must wait
 * @param triesWindow how long wrong digits are remembered
 */
@ConfigurationProperties("chengyun.intake")
record IntakeSettings(
        @DefaultValue("5") int tries, @DefaultValue("15m") Duration triesWindow) {}
