package io.chengyun.platform;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What holds for the whole house.
 *
 * @param zone the district's time zone
 */
@ConfigurationProperties("chengyun")
record HouseSettings(@DefaultValue("Asia/Shanghai") ZoneId zone) {}
