package io.chengyun.platform.sensing.quality;

import io.chengyun.platform.content.PackageFile;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads {@code devices.yml} of the district package when the house starts (规程读取), so that a wrong file stops it there. */
@Configuration(proxyBeanMethods = false)
class QualityConfiguration {

    @Bean
    QualityPolicy.Book qualityPolicies(@Value("${chengyun.place.district:districts/minhang}") String district) {
        return read(Path.of(district, "devices.yml"));
    }

    static QualityPolicy.Book read(Path file) {
        return PackageFile.read(file, QualityPolicy.Book.class, "sensing:devices-unreadable");
    }
}
