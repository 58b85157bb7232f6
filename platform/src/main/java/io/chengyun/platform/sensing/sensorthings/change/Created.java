package io.chengyun.platform.sensing.sensorthings.change;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.sensing.SensingRefusal;
import io.chengyun.platform.sensing.sensorthings.model.EntityId;
import io.chengyun.platform.sensing.sensorthings.model.EntityType;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What one request has made so far (新建清单): entities in the order made, and the observations that wait for their stream. */
public final class Created {

    private final List<Made> made = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();

    /** An entity that was made. */
    public record Made(EntityType type, EntityId id) {}

    /** An observation that came along with its stream. */
    public record Waiting(long stream, JsonNode body) {}

    public EntityId add(EntityType type, EntityId id) {
        made.add(new Made(type, id));
        return id;
    }

    public void await(long stream, JsonNode body) {
        waiting.add(new Waiting(stream, body));
    }

    public List<Made> made() {
        return made;
    }

    public List<Waiting> waiting() {
        return waiting;
    }

    /** Refuses observations where nothing may wait for a commit. */
    public void checkNothingWaits() {
        if (!waiting.isEmpty()) {
            throw new Refused(SensingRefusal.NOT_TAKEN, List.of("send observations after their stream"));
        }
    }
}
