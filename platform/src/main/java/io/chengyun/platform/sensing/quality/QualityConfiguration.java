package io.chengyun.platform.sensing.quality;

import io.chengyun.kernel.Fault;
import io.chengyun.kernel.Malformed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code devices.yml} of the district package when the house starts (规程读取), so that a wrong file stops it there. */
@Configuration(proxyBeanMethods = false)
class QualityConfiguration {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    @Bean
    QualityPolicy.Book qualityPolicies(@Value("${chengyun.place.district:districts/minhang}") String district) {
        return read(Path.of(district, "devices.yml"));
    }

    static QualityPolicy.Book read(Path file) {
        try {
            return YAML.readValue(Files.readString(file), QualityPolicy.Book.class);
        } catch (IOException absent) {
            throw new Fault("sensing:devices-unreadable", absent);
        } catch (JacksonException wrong) {
            throw new Malformed(String.valueOf(file.getFileName()), wrong.getOriginalMessage());
        }
    }
}
