package io.chengyun.platform.casework.service;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The terms of this house's district, read when it starts, so that a wrong file stops it there (服务规程装配). */
@Configuration(proxyBeanMethods = false)
class ServiceConfiguration {

    @Bean
    ServiceTerms serviceTerms(@Value("${chengyun.place.district:districts/minhang}") String district) {
        return ServiceTerms.read(Path.of(district));
    }
}
