package io.chengyun.platform.sensing.sensorthings.answer;

import io.chengyun.platform.sensing.quality.QualityFlags;
import io.chengyun.platform.sensing.quality.QualityFlags.Flagging;
import io.chengyun.platform.sensing.quality.QualityFlags.Observed;
import io.chengyun.platform.sensing.sensorthings.model.EntityId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is said of an observation's quality (结果质量): what its sender said, and each flag that the house put on it. The flags
 * of a page are read at once.
 */
@Component
class ResultQuality {

    private static final String FIELD = "resultQuality";

    private final QualityFlags flags;
    private final JsonMapper json;

    ResultQuality(QualityFlags flags, JsonMapper json) {
        this.flags = flags;
        this.json = json;
    }

    /** A flag as it is shown. */
    private record Shown(String flag, String rule, Instant at) {}

    /** Adds the flags to those entities that show their quality; only observations have any. */
    void complete(List<Entity> entities) {
        var asked = entities.stream()
                .filter(entity -> entity.values().containsKey(FIELD))
                .collect(Collectors.groupingBy(entity -> observed(entity.id())));
        if (asked.isEmpty()) {
            return;
        }
        flags.listOf(asked.keySet())
                .forEach((observed, found) -> asked.getOrDefault(observed, List.of())
                        .forEach(entity -> entity.values()
                                .put(FIELD, quality((JsonNode) entity.values().get(FIELD), found))));
    }

    private static Observed observed(EntityId id) {
        return new Observed(
                id.number(), Instant.EPOCH.plus(Objects.requireNonNull(id.micros(), "observation"), ChronoUnit.MICROS));
    }

    /** What was sent comes first; a flag that was read here and sent back is said once. */
    private JsonNode quality(@Nullable JsonNode sent, List<Flagging> found) {
        var all = new LinkedHashSet<JsonNode>();
        if (sent != null && sent.isArray()) {
            sent.forEach(all::add);
        } else if (sent != null && !sent.isNull()) {
            all.add(sent);
        }
        found.forEach(one -> all.add(json.valueToTree(new Shown(one.flag(), one.rule(), one.at()))));
        return json.createArrayNode().addAll(all);
    }
}
