package io.chengyun.platform.sensing.sensorthings;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.sensing.SensingRefusal;
import io.chengyun.platform.sensing.sensorthings.EntityStore.Entity;
import io.chengyun.platform.sensing.sensorthings.EntityStore.Scope;
import io.chengyun.platform.sensing.sensorthings.EntityType.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Follows a path to its entities and shows them as the standard's JSON (实体读取). */
@Component
class EntityReader {

    private final EntityStore store;

    EntityReader(EntityStore store) {
        this.store = store;
    }

    /** Where a path ends: at one entity, or at a collection. */
    record End(
            EntityType type,
            @Nullable EntityId id,
            @Nullable Scope scope) {

        boolean one() {
            return id != null || (scope != null && scope.link().shape() == Shape.ONE);
        }
    }

    End follow(EntityPath path) {
        var segments = path.segments();
        var end =
                new End(EntityTypes.get(segments.get(0).name()), segments.get(0).id(), null);
        for (var segment : segments.subList(1, segments.size())) {
            var owner = end.type();
            var link = owner.link(segment.name());
            var scope = new Scope(owner, get(end).id(), link);
            end = new End(EntityTypes.get(link.target()), segment.id(), scope);
        }
        return end;
    }

    /** The one entity at the end of a path; refuses if there is none. */
    Entity get(End end) {
        var found =
                end.id() != null ? store.find(end.type(), end.id()) : end.one() ? store.find(scope(end)) : missing(end);
        return found.orElseThrow(() -> new Refused(SensingRefusal.NO_SUCH_ENTITY));
    }

    /** What stands at the end of a path, as JSON. */
    Map<String, @Nullable Object> show(EntityPath path, PageRequest page, String root) {
        var end = follow(path);
        if (end.one()) {
            return json(get(end), root);
        }
        if (end.scope() != null) {
            get(new End(end.scope().owner(), end.scope().id(), null));
        }
        return collection(end, page, new Root(root, end));
    }

    /** The service root: the collections there are. */
    static Map<String, Object> root(String root) {
        return Map.of(
                "value",
                EntityTypes.ALL.stream()
                        .map(type -> Map.of("name", type.set(), "url", root + "/" + type.set()))
                        .toList(),
                "serverSettings",
                Map.of(
                        "conformance",
                        List.of(
                                "http://www.opengis.net/spec/iot_sensing/1.1/req/resource-path",
                                "http://www.opengis.net/spec/iot_sensing/1.1/req/data-array")));
    }

    Map<String, @Nullable Object> json(Entity entity, String root) {
        var link = root + "/" + entity.type().set() + "(" + entity.id().inLink() + ")";
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("@iot.id", entity.id().value());
        json.put("@iot.selfLink", link);
        json.putAll(entity.values());
        entity.type().links().forEach(to -> json.put(to.name() + "@iot.navigationLink", link + "/" + to.name()));
        return json;
    }

    /** The address of the service and of the collection in it. */
    private record Root(String service, String collection) {

        Root(String service, End end) {
            this(
                    service,
                    end.scope() == null
                            ? service + "/" + end.type().set()
                            : "%s/%s(%s)/%s"
                                    .formatted(
                                            service,
                                            end.scope().owner().set(),
                                            end.scope().id().inLink(),
                                            end.scope().link().name()));
        }
    }

    private Map<String, @Nullable Object> collection(End end, PageRequest page, Root root) {
        var found = store.list(end.type(), end.scope(), page);
        var json = new LinkedHashMap<String, @Nullable Object>();
        if (page.count()) {
            json.put("@iot.count", store.count(end.type(), end.scope()));
        }
        if (found.size() > page.top()) {
            json.put("@iot.nextLink", root.collection() + "?" + page.next());
        }
        json.put(
                "value",
                found.stream()
                        .limit(page.top())
                        .map(entity -> json(entity, root.service()))
                        .toList());
        return json;
    }

    private static Scope scope(End end) {
        if (end.scope() == null) {
            throw new IllegalStateException("no link leads to " + end.type().set());
        }
        return end.scope();
    }

    private static java.util.Optional<Entity> missing(End end) {
        throw new Malformed(
                "path",
                "say which of the " + end.type().set() + ": " + end.type().set() + "(id)");
    }
}
