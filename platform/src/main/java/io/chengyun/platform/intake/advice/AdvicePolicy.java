package io.chengyun.platform.intake.advice;

import io.chengyun.kernel.Fault;
import io.chengyun.kernel.Malformed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * How the district wants to be advised (受理建议规定), from a day on: its file {@code triage.yml}.
 *
 * @param from the first day it holds
 * @param floor a class that is less likely right is not proposed
 * @param learning what is learnt from, and when
 * @param keywords how often a class that keywords point to is right, before anybody knows better
 * @param urgent words that say that it cannot wait
 */
record AdvicePolicy(LocalDate from, double floor, Learning learning, Keywords keywords, List<String> urgent) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    AdvicePolicy {
        urgent = List.copyOf(urgent);
        if (floor <= 0 || floor > 1 || keywords.of() < 1 || keywords.right() > keywords.of()) {
            throw new Malformed("triage.yml", "floor must lie above 0 and not above 1, and right not above of");
        }
    }

    /**
     * What is learnt from.
     *
     * @param fewest texts; below it nothing is learnt
     * @param most texts, the newest
     * @param at time of day
     */
    record Learning(int fewest, int most, LocalTime at) {}

    /** Taken as if so many of so many had been right. */
    record Keywords(int right, int of) {}

    static List<AdvicePolicy> read(Path folder) {
        try {
            return read(Files.readString(folder.resolve("triage.yml")));
        } catch (IOException unreadable) {
            throw new Fault("intake:triage-unreadable", unreadable);
        }
    }

    static List<AdvicePolicy> read(String yaml) {
        try {
            return YAML.readValue(yaml, new TypeReference<List<AdvicePolicy>>() {});
        } catch (JacksonException wrong) {
            throw new Malformed("triage.yml", String.valueOf(wrong.getOriginalMessage()));
        }
    }

    /** The one that holds on a day; before the first day, the first. */
    static AdvicePolicy on(List<AdvicePolicy> all, LocalDate day) {
        return all.stream()
                .filter(one -> !one.from().isAfter(day))
                .max(Comparator.comparing(AdvicePolicy::from))
                .or(() -> all.stream().min(Comparator.comparing(AdvicePolicy::from)))
                .orElseThrow(() -> new Malformed("triage.yml", "holds nothing"));
    }
}
