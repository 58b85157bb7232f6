package io.chengyun.platform;

import io.chengyun.kernel.Ids;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The house's one clock and one source of ids ; a replay and the demo bring their own. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    private static final int ID_BYTES = 10;

    /** The machine's time, for clocks that are made of it. */
    @Bean
    InstantSource wallClock() {
        return () -> InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Bean
    @ConditionalOnProperty(name = "chengyun.clock", havingValue = "live", matchIfMissing = true)
    Clock clock(@Qualifier("wallClock") InstantSource wallClock, HouseSettings settings) {
        return wallClock.withZone(settings.zone());
    }

    @Bean
    @ConditionalOnMissingBean
    Ids ids() {
        var random = new SecureRandom();
        return prefix -> {
            var bytes = new byte[ID_BYTES];
            random.nextBytes(bytes);
            return prefix + "-" + HexFormat.of().formatHex(bytes);
        };
    }
}
