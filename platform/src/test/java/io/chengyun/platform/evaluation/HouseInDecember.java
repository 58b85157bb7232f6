package io.chengyun.platform.evaluation;

import io.chengyun.platform.SetClock;
import java.time.Instant;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The house on the morning of 1 February 2017, for tests of figures: all of December 2016 is over. */
@TestConfiguration
public class HouseInDecember {

    public static final Instant NOW = Instant.parse("2017-02-01T01:00:00Z");

    @Bean
    @Primary
    SetClock setClock() {
        return new SetClock(NOW);
    }
}
