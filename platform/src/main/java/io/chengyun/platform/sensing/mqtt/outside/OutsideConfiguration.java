package io.chengyun.platform.sensing.mqtt.outside;

import io.chengyun.platform.sensing.Sensing;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets a house that has doors listen to a cluster outside when one is named (外部集群装配); a replay does not. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnExpression("!'${chengyun.mqtt.outside.url:}'.isEmpty()")
class OutsideConfiguration {

    @Bean
    OutsideCluster outsideCluster(OutsideSettings settings, OutsideLimits limits, Sensing sensing, Clock clock) {
        return new OutsideCluster(settings, limits, sensing, clock);
    }
}
