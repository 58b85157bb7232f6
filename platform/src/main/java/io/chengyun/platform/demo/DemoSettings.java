package io.chengyun.platform.demo;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demo's storm.
 *
 * @param returnYears return period of the design storm in years
 * @param length how long it rains
 * @param peak part of the storm before its peak, 0 to 1
 * @param speed how many of the house's seconds pass in a real one until it has caught up
 * @param behind how far in the past the house's clock starts
 */
@ConfigurationProperties("chengyun.demo")
record DemoSettings(
        @DefaultValue("50") double returnYears,
        @DefaultValue("PT2H") Duration length,
        @DefaultValue("0.4") double peak,
        @DefaultValue("60") int speed,
        @DefaultValue("PT3H") Duration behind) {}
