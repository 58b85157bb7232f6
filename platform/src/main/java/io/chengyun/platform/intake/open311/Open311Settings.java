package io.chengyun.platform.intake.open311;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may send and what is offered over Open311 (开放接口设置).
 *
 * @param keys the keys that senders show, by the sender's name; without any nobody may send, everybody may read
 * @param extensions whether {@code extensions=true} is heeded: pages and boxes, and whether updates are shown
 * @param rows how many requests one answer holds at most; the standard says 1,000
 * @param span the longest time one question may span; the standard says 90 days
 */
@ConfigurationProperties("chengyun.intake.open311")
record Open311Settings(
        @DefaultValue Map<String, String> keys,
        @DefaultValue("false") boolean extensions,
        @DefaultValue("1000") int rows,
        @DefaultValue("90d") Duration span) {

    Open311Settings {
        keys = Map.copyOf(keys);
    }
}
