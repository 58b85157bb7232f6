package io.chengyun.platform.ledger.tamper;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How fast tables are compared with the log (巡查设置).
 *
 * @param rows looked at in each pace; 0 for no watch
 * @param pace time between two looks
 * @param settle how long something must look wrong before it is said: an action that is under way looks so too
 */
@ConfigurationProperties("chengyun.ledger.tamper")
record TamperSettings(
        @DefaultValue("200") int rows,
        @DefaultValue("1s") Duration pace,
        @DefaultValue("5s") Duration settle) {}
