package io.chengyun.platform.sensing.sensorthings.change;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.sensing.sensorthings.model.EntityId;
import io.chengyun.platform.sensing.sensorthings.model.EntityType;
import io.chengyun.platform.sensing.sensorthings.model.Field;
import io.chengyun.platform.sensing.sensorthings.model.Field.Kind;
import io.chengyun.platform.sensing.sensorthings.model.Field.Need;
import io.chengyun.platform.sensing.sensorthings.search.GeometryStore;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What somebody sent of an entity (上送实体): its properties as columns, and the entities that it names. */
public final class Sent {

    private Sent() {}

    /** The columns of a new entity. */
    static Map<String, @Nullable Object> all(EntityType type, JsonNode body) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        for (var field : type.taken()) {
            var value = body.at(field.pointer());
            if (!absent(value)) {
                take(field, value, columns);
            } else if (field.need() == Need.REQUIRED) {
                throw new Malformed(field.name(), "is missing");
            }
        }
        return columns;
    }

    /** The columns that a change is about. */
    static Map<String, @Nullable Object> some(EntityType type, JsonNode body) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        for (var field : type.taken()) {
            var value = body.at(field.pointer());
            if (value.isNull() && field.need() == Need.REQUIRED) {
                throw new Malformed(field.name(), "must not be taken away");
            }
            if (value.isNull() && !stable(field)) {
                columns.put(field.column(), null);
            } else if (!absent(value) && !stable(field)) {
                take(field, value, columns);
            }
        }
        return columns;
    }

    /** The columns of an entity that is replaced: what is not sent goes back to what nobody said. */
    static Map<String, @Nullable Object> instead(EntityType type, JsonNode body) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        type.taken().stream().filter(field -> !stable(field)).forEach(field -> columns.put(field.column(), null));
        columns.putAll(all(type, body));
        type.taken().stream().filter(Sent::stable).forEach(field -> columns.remove(field.column()));
        return columns;
    }

    /** The code by which the city knows a thing is given once. */
    private static boolean stable(Field field) {
        return field.column().equals("code");
    }

    private static boolean absent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static void take(Field field, JsonNode value, Map<String, @Nullable Object> columns) {
        columns.put(field.column(), sql(field, value));
        if (field.kind() == Kind.PLACE) {
            columns.put(
                    EntityKeeper.BOUNDS, GeometryStore.bounds(value.toString()).orElse(null));
        }
    }

    private static Object sql(Field field, JsonNode value) {
        if (field.kind() == Kind.JSON || field.kind() == Kind.PLACE) {
            return json(field.name(), value);
        }
        if (!value.isString()) {
            throw new Malformed(field.name(), "must be text");
        }
        var text = value.stringValue();
        if (text.indexOf('\0') >= 0) {
            throw new Malformed(field.name(), "must not have a character of number zero");
        }
        try {
            if (field.kind() == Kind.DURATION && Duration.parse(text).compareTo(Duration.ofSeconds(1)) < 0) {
                throw new Malformed(field.pointer(), "must be a second or longer");
            }
            return field.kind() == Kind.TIME ? OffsetDateTime.parse(text).toString() : text;
        } catch (DateTimeException wrong) {
            throw new Malformed(
                    field.pointer(), "must be ISO 8601: a duration such as PT5M, a time such as 2026-07-01T08:00:00Z");
        }
    }

    /** JSON that the database can keep. */
    static String json(String name, JsonNode value) {
        var text = value.toString();
        if (text.contains("\\u0000")) {
            throw new Malformed(name, "must not have a character of number zero");
        }
        return text;
    }

    /** The id in {@code {"@iot.id": 1}}, if it has one. */
    public static Optional<EntityId> named(JsonNode value) {
        var id = value.path("@iot.id");
        return id.isMissingNode() || id.isNull() ? Optional.empty() : Optional.of(EntityId.parse(id.asString()));
    }

    /** The id in a reference that a change names; anything beside it would be a second entity in the same request. */
    public static EntityId reference(String name, JsonNode value) {
        if (value.size() != 1) {
            throw new Malformed(name, "a change may name entities by @iot.id only, not bring them along");
        }
        return named(value).orElseThrow(() -> new Malformed(name, "must name one by @iot.id"));
    }
}
