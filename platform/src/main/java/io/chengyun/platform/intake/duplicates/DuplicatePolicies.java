package io.chengyun.platform.intake.duplicates;

import io.chengyun.kernel.Fault;
import io.chengyun.kernel.Malformed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the district takes for a duplicate, day by day (查重规定文件): its file {@code duplicates.yml}. */
record DuplicatePolicies(List<DuplicatePolicy> all) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    DuplicatePolicies {
        all = all.stream()
                .sorted(Comparator.comparing(DuplicatePolicy::from).reversed())
                .toList();
    }

    /** A district without the file looks for none. */
    static DuplicatePolicies ofDistrict(Path folder) {
        var file = folder.resolve("duplicates.yml");
        return Files.exists(file) ? read(file) : new DuplicatePolicies(List.of());
    }

    static DuplicatePolicies read(Path file) {
        try {
            return read(Files.readString(file));
        } catch (IOException unreadable) {
            throw new Fault("intake:duplicates-unreadable", unreadable);
        }
    }

    static DuplicatePolicies read(String yaml) {
        try {
            var all = YAML.readValue(yaml, new TypeReference<List<DuplicatePolicy>>() {});
            all.forEach(DuplicatePolicies::check);
            return new DuplicatePolicies(all);
        } catch (JacksonException wrong) {
            throw new Malformed("duplicates.yml", String.valueOf(wrong.getOriginalMessage()));
        }
    }

    /** The one that holds on a day. */
    Optional<DuplicateRules> on(LocalDate day) {
        return all.stream().filter(one -> !one.from().isAfter(day)).findFirst().map(DuplicateRules::new);
    }

    private static void check(DuplicatePolicy policy) {
        double before = -1;
        for (var knot : policy.weights().age()) {
            if (knot.part() <= before) {
                throw new Malformed("age", "each 'part' must be greater than the one before it");
            }
            before = knot.part();
        }
        if (before <= 0) {
            throw new Malformed("age", "needs two parts at least, the first 0");
        }
    }
}
