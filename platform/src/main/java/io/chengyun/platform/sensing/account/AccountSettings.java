package io.chengyun.platform.sensing.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How accounts are shown (对账设置).
 *
 * @param metered most sources with metrics of their own; the others are one source, {@code others}
 */
@ConfigurationProperties("chengyun.sensing.accounts")
record AccountSettings(@DefaultValue("100") int metered) {}
