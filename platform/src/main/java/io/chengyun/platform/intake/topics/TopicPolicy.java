package io.chengyun.platform.intake.topics;

import io.chengyun.kernel.Fault;
import io.chengyun.kernel.Malformed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What the district calls hot (热点规定), from a day on: its file {@code topics.yml}.
 *
 * @param from the first day it holds
 * @param likeness how much of their phrases two must share to speak of one matter, 0 to 1
 * @param read so many characters of a text; what comes first is what it is about
 * @param ignored what people say whatever it is about; left out before phrases are counted
 * @param memory how far back requests are looked at
 */
record TopicPolicy(LocalDate from, double likeness, int read, List<String> ignored, Hot hot, Period memory) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    TopicPolicy {
        ignored = List.copyOf(ignored);
        if (likeness <= 0 || likeness > 1 || read < 1 || hot.requests() < 1) {
            throw new Malformed("topics.yml", "likeness must lie above 0 and not above 1, read and requests above 0");
        }
    }

    /** So many requests within so long a time. */
    record Hot(int requests, Period within) {}

    static List<TopicPolicy> read(Path folder) {
        try {
            return read(Files.readString(folder.resolve("topics.yml")));
        } catch (IOException unreadable) {
            throw new Fault("intake:topics-unreadable", unreadable);
        }
    }

    static List<TopicPolicy> read(String yaml) {
        try {
            return YAML.readValue(yaml, new TypeReference<List<TopicPolicy>>() {});
        } catch (JacksonException wrong) {
            throw new Malformed("topics.yml", String.valueOf(wrong.getOriginalMessage()));
        }
    }

    /** The one that holds on a day; before the first day, the first. */
    static TopicPolicy on(List<TopicPolicy> all, LocalDate day) {
        return all.stream()
                .filter(one -> !one.from().isAfter(day))
                .max(Comparator.comparing(TopicPolicy::from))
                .or(() -> all.stream().min(Comparator.comparing(TopicPolicy::from)))
                .orElseThrow(() -> new Malformed("topics.yml", "holds nothing"));
    }
}
