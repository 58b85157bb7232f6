package io.chengyun.platform.casework.evidence;

import io.chengyun.kernel.Fault;
import io.chengyun.kernel.Malformed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** How much the district takes as evidence (证据限额), by day: its file {@code evidence.yml}. */
record EvidenceLimits(List<Limit> all) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    EvidenceLimits {
        all = all.stream().sorted(Comparator.comparing(Limit::from)).toList();
        if (all.isEmpty()) {
            throw new Malformed("evidence.yml", "holds nothing");
        }
    }

    /**
     * From a day on.
     *
     * @param perCase pieces that are taken for one case, at most
     */
    record Limit(LocalDate from, int perCase) {
        Limit {
            if (perCase < 1) {
                throw new Malformed("perCase", "must be 1 or more");
            }
        }
    }

    static EvidenceLimits read(Path file) {
        try {
            return new EvidenceLimits(YAML.readValue(Files.readString(file), new TypeReference<List<Limit>>() {}));
        } catch (IOException absent) {
            throw new Fault("casework:evidence-limits-unreadable", absent);
        } catch (JacksonException wrong) {
            throw new Malformed(String.valueOf(file.getFileName()), wrong.getOriginalMessage());
        }
    }

    /** Pieces that are taken for one case on a day; before the first day as on it. */
    int perCase(LocalDate day) {
        return all.stream()
                .filter(limit -> !limit.from().isAfter(day))
                .reduce(all.get(0), (earlier, later) -> later)
                .perCase();
    }
}
