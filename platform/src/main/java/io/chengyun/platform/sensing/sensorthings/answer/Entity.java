package io.chengyun.platform.sensing.sensorthings.answer;

import io.chengyun.platform.sensing.sensorthings.model.EntityId;
import io.chengyun.platform.sensing.sensorthings.model.EntityType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entity as it is stored (实体).
 *
 * @param id where it stands
 * @param known the id that it is shown under, of an observation that was moved in time its first
 * @param values what it shows, by property
 */
public record Entity(EntityType type, EntityId id, EntityId known, Map<String, @Nullable Object> values) {

    /** Its address under the service's. */
    public String link(String root) {
        return root + "/" + type.set() + "(" + known.inLink() + ")";
    }
}
