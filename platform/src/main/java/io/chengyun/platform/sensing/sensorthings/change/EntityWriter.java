package io.chengyun.platform.sensing.sensorthings.change;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.sensing.Sensing;
import io.chengyun.platform.sensing.SensingRefusal;
import io.chengyun.platform.sensing.sensorthings.answer.EntityStore;
import io.chengyun.platform.sensing.sensorthings.answer.Scope;
import io.chengyun.platform.sensing.sensorthings.model.EntityId;
import io.chengyun.platform.sensing.sensorthings.model.EntityType;
import io.chengyun.platform.sensing.sensorthings.model.EntityTypes;
import io.chengyun.platform.sensing.sensorthings.model.Link;
import io.chengyun.platform.sensing.sensorthings.model.Link.Shape;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Creates entities with what is nested in them, all or nothing (深度新建). Observations come by another door. */
@Service
public class EntityWriter {

    private static final String COMPLEX = "http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_ComplexObservation";

    private final EntityStore store;
    private final EntityKeeper keeper;
    private final ThingPlaces places;
    private final Sensing sensing;

    EntityWriter(EntityStore store, EntityKeeper keeper, ThingPlaces places, Sensing sensing) {
        this.store = store;
        this.keeper = keeper;
        this.places = places;
        this.sensing = sensing;
    }

    /** Creates an entity of a collection, or at the end of a link from another one. */
    @Transactional
    public EntityId create(EntityType type, @Nullable Scope from, JsonNode body, Created created) {
        var given = new LinkedHashMap<String, @Nullable Object>();
        if (from != null && from.link().shape() == Shape.MANY) {
            given.put(from.link().column(), from.id().number());
        }
        var id = add(type, body, given, created);
        if (from != null && from.link().shape() == Shape.ACROSS) {
            join(from, id);
        }
        return id;
    }

    /** Joins an entity to the one that the path came from; a thing that gets another location has moved there. */
    private void join(Scope from, EntityId id) {
        boolean moves = from.owner().set().equals(EntityTypes.THINGS);
        boolean receives = from.target().set().equals(EntityTypes.THINGS);
        if (moves) {
            places.leave(from.id().number());
        }
        keeper.join(from.link().joining(), from.id(), id);
        if (moves || receives) {
            places.moved(moves ? from.id().number() : id.number());
        }
    }

    private EntityId add(EntityType type, JsonNode body, Map<String, @Nullable Object> given, Created created) {
        if (!body.isObject()) {
            throw new Malformed(type.set(), "must be a JSON object");
        }
        if (type.set().equals(EntityTypes.OBSERVED_PROPERTIES)) {
            var registered = adoptProperty(body);
            if (registered.isPresent()) {
                return registered.get();
            }
        }
        var columns = new LinkedHashMap<>(given);
        columns.putAll(Sent.all(type, body));
        if (type.set().equals(EntityTypes.MULTI_DATASTREAMS)) {
            MultiStreams.check(body);
            columns.put("multi", true);
            columns.putIfAbsent("observation_type", COMPLEX);
        }
        for (var link : type.links()) {
            if (link.one() && !given.containsKey(link.column())) {
                columns.put(link.column(), target(link, body, created).number());
            }
        }
        checkCode(type, columns.get("code"));
        var id = created.add(type, keeper.add(type, columns));
        type.links().stream()
                .filter(link -> !link.one())
                .forEach(link -> addNested(new Scope(type, id, link), body.path(link.name()), created));
        settle(type, id, body);
        return id;
    }

    /** What follows from there being another one. */
    private void settle(EntityType type, EntityId id, JsonNode body) {
        if (type.table().equals("datastream")) {
            sensing.open(id.number());
        }
        if (type.set().equals(EntityTypes.THINGS) && body.has(EntityTypes.LOCATIONS)) {
            places.moved(id.number());
        }
        if (type.set().equals(EntityTypes.LOCATIONS) && body.has(EntityTypes.THINGS)) {
            keeper.listThingsAt(id).forEach(places::moved);
        }
    }

    /** The entity that a to-one link names by id or brings along. */
    private EntityId target(Link link, JsonNode body, Created created) {
        var value = body.path(link.name());
        if (value.isMissingNode() || value.isNull()) {
            throw new Malformed(link.name(), "is missing: name one by @iot.id or send it along");
        }
        var type = EntityTypes.get(link.target());
        return findNamed(type, value).orElseGet(() -> add(type, value, Map.of(), created));
    }

    private void addNested(Scope from, JsonNode nested, Created created) {
        var type = from.target();
        Stream<JsonNode> entities = nested.isArray() ? nested.valueStream() : Stream.of(nested);
        entities.filter(one -> !one.isMissingNode()).forEach(one -> {
            if (type.set().equals(EntityTypes.OBSERVATIONS)) {
                created.await(from.id().number(), one);
            } else if (from.link().shape() == Shape.ACROSS) {
                keeper.join(
                        from.link().joining(),
                        from.id(),
                        findNamed(type, one).orElseGet(() -> add(type, one, Map.of(), created)));
            } else {
                add(type, one, Map.of(from.link().column(), from.id().number()), created);
            }
        });
    }

    private Optional<EntityId> findNamed(EntityType type, JsonNode value) {
        var named = Sent.named(value);
        if (named.isPresent() && store.find(type, named.get()).isEmpty()) {
            throw new Refused(SensingRefusal.NO_SUCH_ENTITY);
        }
        return named;
    }

    /** What names a property of the registry, by code, name or definition, is that property and no second one. */
    private Optional<EntityId> adoptProperty(JsonNode body) {
        var words = new LinkedHashSet<String>();
        Stream.of("/properties/code", "/name", "/definition")
                .map(body::at)
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .map(text -> text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf(':')) + 1))
                .filter(word -> !word.isBlank())
                .forEach(words::add);
        words.forEach(sensing::keepProperty);
        return words.isEmpty() ? Optional.empty() : keeper.findProperty(words);
    }

    private void checkCode(EntityType type, @Nullable Object code) {
        if (type.set().equals(EntityTypes.THINGS) && code != null && keeper.thingKnown(code.toString())) {
            throw new Refused(SensingRefusal.THING_KNOWN);
        }
    }
}
