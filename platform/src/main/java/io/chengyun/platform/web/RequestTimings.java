package io.chengyun.platform.web;

import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Times requests (请求计时), behind the doors that answer by themselves: what devices post most is counted in the accounts of
 * its senders, with its age, and timing each would cost as much as taking it.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class RequestTimings {

    private static final int BEHIND_THE_DOORS = Ordered.HIGHEST_PRECEDENCE + 2;

    @Bean
    FilterRegistrationBean<ServerHttpObservationFilter> requestTimes(ObservationRegistry registry) {
        var times = new FilterRegistrationBean<>(new ServerHttpObservationFilter(registry));
        times.setOrder(BEHIND_THE_DOORS);
        times.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        return times;
    }
}
