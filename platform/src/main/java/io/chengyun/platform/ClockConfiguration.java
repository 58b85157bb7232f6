package io.chengyun.platform;

import io.chengyun.kernel.Ids;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The house's one clock and one source of ids when it runs live. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "chengyun.clock", havingValue = "live", matchIfMissing = true)
class ClockConfiguration {

    private static final int ID_BYTES = 10;

    @Bean
    Clock clock(HouseSettings settings) {
        return Clock.tickMillis(settings.zone());
    }

    @Bean
    Ids ids() {
        var random = new SecureRandom();
        return prefix -> {
            var bytes = new byte[ID_BYTES];
            random.nextBytes(bytes);
            return prefix + "-" + HexFormat.of().formatHex(bytes);
        };
    }
}
