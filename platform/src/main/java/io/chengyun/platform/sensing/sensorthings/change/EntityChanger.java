package io.chengyun.platform.sensing.sensorthings.change;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.sensing.Sensing;
import io.chengyun.platform.sensing.SensingRefusal;
import io.chengyun.platform.sensing.sensorthings.answer.Entity;
import io.chengyun.platform.sensing.sensorthings.answer.Scope;
import io.chengyun.platform.sensing.sensorthings.model.EntityId;
import io.chengyun.platform.sensing.sensorthings.model.EntityTypes;
import io.chengyun.platform.sensing.sensorthings.model.Link;
import io.chengyun.platform.sensing.sensorthings.model.Link.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Changes entities (实体变更): some properties of one, or all; relations by naming the other side. */
@Service
public class EntityChanger {

    private final EntityKeeper keeper;
    private final ThingPlaces places;
    private final Sensing sensing;

    EntityChanger(EntityKeeper keeper, ThingPlaces places, Sensing sensing) {
        this.keeper = keeper;
        this.places = places;
        this.sensing = sensing;
    }

    /**
     * Changes an entity that is no observation.
     *
     * @param whole whether what is not sent is taken away
     */
    @Transactional
    public void change(Entity entity, JsonNode body, boolean whole) {
        var type = entity.type();
        if (!body.isObject()) {
            throw new Malformed("body", "must be a JSON object");
        }
        var columns =
                new LinkedHashMap<String, @Nullable Object>(whole ? Sent.instead(type, body) : Sent.some(type, body));
        boolean moved = false;
        for (var link : type.links()) {
            var value = body.path(link.name());
            if (!value.isMissingNode() && !value.isNull()) {
                moved |= relink(new Scope(type, entity.id(), link), value, columns);
            }
        }
        keeper.change(type, entity.id(), columns);
        settle(entity, columns, moved);
    }

    /** Whether the thing stands elsewhere by it. */
    private boolean relink(Scope scope, JsonNode value, Map<String, @Nullable Object> columns) {
        var link = scope.link();
        if (link.shape() == Shape.MANY) {
            throw new Malformed(link.name(), "is changed at its own side: create, change or delete one of these");
        }
        if (link.one()) {
            columns.put(link.column(), named(link, value).number());
            return false;
        }
        keeper.part(link.joining(), scope.id());
        Stream<JsonNode> all = value.isArray() ? value.valueStream() : Stream.of(value);
        all.forEach(one -> keeper.join(link.joining(), scope.id(), named(link, one)));
        return link.name().equals(EntityTypes.LOCATIONS) && scope.owner().set().equals(EntityTypes.THINGS);
    }

    private EntityId named(Link link, JsonNode value) {
        var id = Sent.reference(link.name(), value);
        if (!keeper.stored(EntityTypes.get(link.target()), id)) {
            throw new Refused(SensingRefusal.NO_SUCH_ENTITY);
        }
        return id;
    }

    private void settle(Entity entity, Map<String, @Nullable Object> columns, boolean moved) {
        var type = entity.type();
        var id = entity.id();
        if (moved) {
            places.moved(id.number());
        } else if (type.set().equals(EntityTypes.LOCATIONS) && columns.containsKey("location")) {
            places.replaced(id.number(), keeper.listStreams(type, id));
        } else if (type.set().equals(EntityTypes.THINGS) || type.table().equals("datastream")) {
            sensing.changed(keeper.listStreams(type, id));
        }
    }
}
