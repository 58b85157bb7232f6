package io.chengyun.platform.sensing.sensorthings.change;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.sensing.SensingRefusal;
import io.chengyun.platform.sensing.sensorthings.answer.Scope;
import io.chengyun.platform.sensing.sensorthings.model.EntityId;
import io.chengyun.platform.sensing.sensorthings.model.EntityType;
import io.chengyun.platform.sensing.sensorthings.model.EntityTypes;
import io.chengyun.platform.sensing.sensorthings.model.Link.Shape;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Joins and parts entities that both stay as they are (关系链接): what {@code $ref} writes. */
@Service
public class EntityLinker {

    private static final Pattern ADDRESS = Pattern.compile("(?:.*/)?([A-Za-z]+)\\(([^()]+)\\)/?");

    private final EntityKeeper keeper;
    private final ThingPlaces places;

    EntityLinker(EntityKeeper keeper, ThingPlaces places) {
        this.keeper = keeper;
        this.places = places;
    }

    /** The entity that {@code {"@iot.id": 1}} names, or {@code {"@odata.id": "…/Things(1)"}} by its address. */
    public static EntityId named(EntityType type, JsonNode body) {
        if (body.size() == 1 && body.has("@iot.id")) {
            return Sent.reference(type.set(), body);
        }
        return Stream.of("@odata.id", "@iot.selfLink")
                .filter(name -> body.size() == 1 && body.has(name))
                .findFirst()
                .map(name -> addressed(type, name, body.path(name).asString("")))
                .orElseThrow(() -> new Malformed("body", "must name one by @iot.id or @odata.id, and nothing else"));
    }

    /** The entity of this type at an address. */
    public static EntityId addressed(EntityType type, String field, String address) {
        var matcher = ADDRESS.matcher(address);
        if (!matcher.matches() || !matcher.group(1).equals(type.set())) {
            throw new Malformed(field, "must be an address such as " + type.set() + "(1)");
        }
        return EntityId.parse(matcher.group(2));
    }

    /** The link of the other side that names the owner of this one. */
    public static String inverse(Scope scope) {
        return scope.target().links().stream()
                .filter(link -> link.one() && link.column().equals(scope.link().column()))
                .filter(link -> link.target().equals(scope.owner().set()))
                .findFirst()
                .orElseThrow(() -> new Refused(SensingRefusal.NOT_CHANGED_SO))
                .name();
    }

    /** Joins two entities; harmless when they are joined already. */
    @Transactional
    public void link(Scope scope, EntityId other) {
        check(scope);
        if (!keeper.stored(scope.target(), other)) {
            throw new Refused(SensingRefusal.NO_SUCH_ENTITY);
        }
        keeper.join(scope.link().joining(), scope.id(), other);
        settle(scope, other);
    }

    /** Parts two entities; refuses if they were not joined. */
    @Transactional
    public void unlink(Scope scope, EntityId other) {
        check(scope);
        if (!keeper.part(scope.link().joining(), scope.id(), other)) {
            throw new Refused(SensingRefusal.NO_SUCH_ENTITY);
        }
        settle(scope, other);
    }

    /** A result has as many parts as its stream has properties, for ever; and what must be named can only be another. */
    private static void check(Scope scope) {
        if (scope.link().shape() != Shape.ACROSS
                || scope.link().joining().table().equals("multi_property")) {
            throw new Refused(
                    SensingRefusal.NOT_CHANGED_SO,
                    List.of(scope.link().one() ? "PUT another one" : "DELETE the entity itself"));
        }
    }

    private void settle(Scope scope, EntityId other) {
        if (scope.link().joining().table().equals("thing_location")) {
            boolean fromThing = scope.owner().set().equals(EntityTypes.THINGS);
            places.moved(fromThing ? scope.id().number() : other.number());
        }
    }
}
