package io.chengyun.platform.ledger.sign;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Signatures of organisations (机构签名设置).
 *
 * @param on whether organisations sign; without, it is still written down who did what
 */
@ConfigurationProperties("chengyun.ledger.signing")
record SigningSettings(@DefaultValue("true") boolean on) {}
