package io.chengyun.platform.sensing.sensorthings.answer;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.sensing.SensingRefusal;
import io.chengyun.platform.sensing.sensorthings.model.EntityId;
import io.chengyun.platform.sensing.sensorthings.model.EntityPath;
import io.chengyun.platform.sensing.sensorthings.model.EntityPath.Segment;
import io.chengyun.platform.sensing.sensorthings.model.EntityType;
import io.chengyun.platform.sensing.sensorthings.model.EntityTypes;
import io.chengyun.platform.sensing.sensorthings.query.Expression.Binary;
import io.chengyun.platform.sensing.sensorthings.query.Expression.Literal;
import io.chengyun.platform.sensing.sensorthings.query.Expression.Path;
import io.chengyun.platform.sensing.sensorthings.query.Operator;
import io.chengyun.platform.sensing.sensorthings.query.Query;
import io.chengyun.platform.sensing.sensorthings.query.Query.Page;
import io.chengyun.platform.sensing.sensorthings.search.EntitySearch.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Follows a path to its entities (路径跟随). */
@Component
public class EntityReader {

    private static final Query FIRST = new Query(null, List.of(), List.of(), List.of(), new Page(1, 0, false), false);

    private final EntityStore store;

    EntityReader(EntityStore store) {
        this.store = store;
    }

    /**
     * Where a path ends: at one entity, at a collection, or at a property of an entity.
     *
     * @param scope the link that it came by last; null at a collection of the root
     * @param property names of the property and of what is in it; empty = the entity or collection itself
     */
    public record End(
            EntityType type,
            @Nullable EntityId id,
            @Nullable Scope scope,
            List<String> property) {

        public boolean one() {
            return id != null || (scope != null && scope.link().one());
        }
    }

    public End follow(EntityPath path) {
        var segments = path.segments();
        var end =
                new End(EntityTypes.get(segments.get(0).name()), segments.get(0).id(), null, List.of());
        for (int i = 1; i < segments.size(); i++) {
            var segment = segments.get(i);
            if (end.one() && end.type().findLink(segment.name()).isEmpty()) {
                return new End(
                        end.type(), end.id(), end.scope(), property(end.type(), segments.subList(i, segments.size())));
            }
            var scope = new Scope(end.type(), get(end).id(), end.type().link(segment.name()));
            end = new End(scope.target(), segment.id(), scope, List.of());
        }
        return end;
    }

    private static List<String> property(EntityType type, List<Segment> rest) {
        var names = new ArrayList<String>();
        for (var segment : rest) {
            if (segment.id() != null) {
                throw new Malformed("path", segment.name() + " is no collection");
            }
            names.add(segment.name());
        }
        if (type.findField(names.get(0)).isEmpty()) {
            throw new Refused(
                    SensingRefusal.NO_SUCH_ENTITY,
                    type.shown().stream().map(field -> field.name()).toList());
        }
        return names;
    }

    /** The one entity at the end of a path; refuses if there is none. */
    public Entity get(End end) {
        return find(end).orElseThrow(() -> new Refused(SensingRefusal.NO_SUCH_ENTITY));
    }

    private Optional<Entity> find(End end) {
        if (end.id() != null) {
            return store.find(end.type(), end.id()).filter(found -> end.scope() == null || belongs(found, end.scope()));
        }
        if (end.scope() == null || !end.one()) {
            throw new Malformed(
                    "path",
                    "say which of the " + end.type().set() + ": " + end.type().set() + "(id)");
        }
        return list(end.scope(), FIRST).stream().map(EntityStore.Found::entity).findFirst();
    }

    /** Whether the entity is one of those at the end of the link, and not only somewhere in the house. */
    private boolean belongs(Entity found, Scope scope) {
        if (!found.type().set().equals(EntityTypes.OBSERVATIONS)) {
            var same = new Binary(Operator.EQ, new Path(List.of("id")), new Literal(Literal.Kind.NUMBER, (double)
                    found.id().number()));
            return !list(scope, new Query(same, List.of(), List.of(), List.of(), FIRST.page(), false))
                    .isEmpty();
        }
        if (!scope.owner().set().equals(EntityTypes.FEATURES_OF_INTEREST)) {
            return scope.id().number() == found.id().number();
        }
        var feature = new Scope(found.type(), found.id(), found.type().link("FeatureOfInterest"));
        return list(feature, FIRST).stream().anyMatch(one -> one.entity().id().equals(scope.id()));
    }

    private List<EntityStore.Found> list(Scope scope, Query query) {
        return store.list(
                new Wanted(scope.target(), scope.owners(), query),
                scope.target().shown(),
                1);
    }
}
