package io.chengyun.platform.sensing.device;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How senders over HTTP are told apart (HTTP发送者设置).
 *
 * @param addresses most addresses that are told apart; further ones are counted together as {@code http:others}
 */
@ConfigurationProperties("chengyun.sensing.http")
record HttpSenderSettings(@DefaultValue("1000") int addresses) {}
