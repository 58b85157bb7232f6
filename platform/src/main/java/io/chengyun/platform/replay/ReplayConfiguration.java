package io.chengyun.platform.replay;

import io.chengyun.platform.casework.Casework;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.warning.Warnings;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Staff who act by themselves, if the replay was asked for them. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "chengyun.replay.actors", havingValue = "true")
class ReplayConfiguration {

    @Bean
    Staff staff(
            @Value("${chengyun.place.district:districts/minhang}") Path district,
            Warnings warnings,
            Casework casework,
            Clock clock,
            Places places) {
        var plan = ActorPlan.read(district.resolve("actors.yml"));
        return new Staff(
                plan, warnings, casework, clock, "D" + places.district().code());
    }

    @Bean
    Actors actors(
            Staff staff,
            Closings closings,
            Clock clock,
            TransactionTemplate transaction,
            @Value("${chengyun.replay.by-file:false}") boolean byFile) {
        return new Actors(staff, byFile ? closings : null, clock, transaction);
    }
}
