package io.chengyun.platform.sensing.sensorthings;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.sensing.Sensing;
import io.chengyun.platform.sensing.SensingRefusal;
import io.chengyun.platform.sensing.sensorthings.EntityStore.Scope;
import io.chengyun.platform.sensing.sensorthings.EntityType.Field;
import io.chengyun.platform.sensing.sensorthings.EntityType.Link;
import io.chengyun.platform.sensing.sensorthings.EntityType.Shape;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Creates entities with what is nested in them, all or nothing (深度新建). Observations come by another door. */
@Service
class EntityWriter {

    private final EntityStore store;
    private final Sensing sensing;

    EntityWriter(EntityStore store, Sensing sensing) {
        this.store = store;
        this.sensing = sensing;
    }

    /** Creates an entity of a collection, or at the end of a link from another one. */
    @Transactional
    EntityId create(EntityType type, @Nullable Scope from, JsonNode body) {
        var given = new LinkedHashMap<String, @Nullable Object>();
        if (from != null && from.link().shape() == Shape.MANY) {
            given.put(from.link().column(), from.id().number());
        }
        var id = add(type, body, given);
        if (from != null && from.link().shape() == Shape.ACROSS) {
            store.join(from, id);
        }
        return id;
    }

    private EntityId add(EntityType type, JsonNode body, Map<String, @Nullable Object> given) {
        if (!body.isObject()) {
            throw new Malformed(type.set(), "must be a JSON object");
        }
        if (type.set().equals(EntityTypes.OBSERVED_PROPERTIES)) {
            return adoptProperty(body);
        }
        if (type.set().equals(EntityTypes.OBSERVATIONS)) {
            throw new Refused(SensingRefusal.NOT_TAKEN, List.of("POST Observations", "POST CreateObservations"));
        }
        var columns = new LinkedHashMap<>(given);
        type.taken().forEach(field -> take(field, body, columns));
        type.links().stream()
                .filter(link -> link.shape() == Shape.ONE && !given.containsKey(link.column()))
                .forEach(link -> columns.put(link.column(), target(link, body).number()));
        checkCode(type, columns.get("code"));
        var id = store.add(type, columns);
        type.links().stream()
                .filter(link -> link.shape() != Shape.ONE)
                .forEach(link -> addNested(new Scope(type, id, link), body.path(link.name())));
        if (type.set().equals(EntityTypes.DATASTREAMS)) {
            sensing.open(id.number());
        }
        return id;
    }

    private static void take(Field field, JsonNode body, Map<String, @Nullable Object> columns) {
        var value = body.at(field.pointer());
        if (value.isMissingNode() || value.isNull()) {
            if (field.required()) {
                throw new Malformed(field.name(), "is missing");
            }
            return;
        }
        columns.put(String.valueOf(field.column()), sql(field, value));
    }

    private static Object sql(Field field, JsonNode value) {
        if (field.kind() == EntityType.Kind.JSON) {
            return value.toString();
        }
        if (!value.isString()) {
            throw new Malformed(field.name(), "must be text");
        }
        var text = value.stringValue();
        if (field.kind() == EntityType.Kind.DURATION) {
            checkDuration(field, text);
        }
        return text;
    }

    private static void checkDuration(Field field, String text) {
        try {
            if (Duration.parse(text).compareTo(Duration.ofSeconds(1)) < 0) {
                throw new Malformed(field.pointer(), "must be a second or longer");
            }
        } catch (DateTimeException wrong) {
            throw new Malformed(field.pointer(), "must be an ISO 8601 duration such as PT5M");
        }
    }

    /** The entity that a to-one link names by id or brings along. */
    private EntityId target(Link link, JsonNode body) {
        var value = body.path(link.name());
        if (value.isMissingNode()) {
            throw new Malformed(link.name(), "is missing: name one by @iot.id or send it along");
        }
        return findNamed(EntityTypes.get(link.target()), value)
                .orElseGet(() -> add(EntityTypes.get(link.target()), value, Map.of()));
    }

    private void addNested(Scope from, JsonNode nested) {
        var type = EntityTypes.get(from.link().target());
        Stream<JsonNode> entities = nested.isArray() ? nested.valueStream() : Stream.of(nested);
        entities.filter(one -> !one.isMissingNode()).forEach(one -> {
            if (from.link().shape() == Shape.ACROSS) {
                store.join(from, findNamed(type, one).orElseGet(() -> add(type, one, Map.of())));
            } else {
                add(type, one, Map.of(from.link().column(), from.id().number()));
            }
        });
    }

    private Optional<EntityId> findNamed(EntityType type, JsonNode value) {
        var id = value.path("@iot.id");
        if (id.isMissingNode()) {
            return Optional.empty();
        }
        var named = EntityId.parse(id.asString());
        if (store.find(type, named).isEmpty()) {
            throw new Refused(SensingRefusal.NO_SUCH_ENTITY);
        }
        return Optional.of(named);
    }

    /** A property is never made here: what is sent must name one of the registry, by code, name or definition. */
    private EntityId adoptProperty(JsonNode body) {
        var words = new LinkedHashSet<String>();
        Stream.of("/properties/code", "/name", "/definition")
                .map(body::at)
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .map(text -> text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf(':')) + 1))
                .forEach(words::add);
        var found = words.isEmpty() ? Optional.<EntityId>empty() : store.findProperty(words);
        return found.orElseThrow(() -> new Refused(SensingRefusal.UNKNOWN_PROPERTY, store.listPropertyCodes()));
    }

    private void checkCode(EntityType type, @Nullable Object code) {
        if (type.set().equals(EntityTypes.THINGS) && code != null && store.thingKnown(code.toString())) {
            throw new Refused(SensingRefusal.THING_KNOWN);
        }
    }
}
