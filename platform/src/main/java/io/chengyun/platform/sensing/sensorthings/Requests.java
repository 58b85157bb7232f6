package io.chengyun.platform.sensing.sensorthings;

import io.chengyun.kernel.CityException;
import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.sensing.SensingRefusal;
import io.chengyun.platform.sensing.sensorthings.answer.Entity;
import io.chengyun.platform.sensing.sensorthings.answer.EntityReader;
import io.chengyun.platform.sensing.sensorthings.answer.EntityReader.End;
import io.chengyun.platform.sensing.sensorthings.answer.Scope;
import io.chengyun.platform.sensing.sensorthings.change.Created;
import io.chengyun.platform.sensing.sensorthings.change.EntityChanger;
import io.chengyun.platform.sensing.sensorthings.change.EntityEraser;
import io.chengyun.platform.sensing.sensorthings.change.EntityLinker;
import io.chengyun.platform.sensing.sensorthings.change.EntityWriter;
import io.chengyun.platform.sensing.sensorthings.change.ObservationChanges;
import io.chengyun.platform.sensing.sensorthings.change.Sent;
import io.chengyun.platform.sensing.sensorthings.change.WholeObservation;
import io.chengyun.platform.sensing.sensorthings.model.EntityId;
import io.chengyun.platform.sensing.sensorthings.model.EntityPath;
import io.chengyun.platform.sensing.sensorthings.model.EntityTypes;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Service;
import org.springframework.web.ErrorResponseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Does what a request that writes asks (写入请求), the same whether it comes alone or in a batch. */
@Service
class Requests {

    private final EntityReader reader;
    private final Writers writers;
    private final ObservationEntry observations;
    private final ObservationChanges changes;
    private final JsonMapper json;

    Requests(
            EntityReader reader,
            Writers writers,
            ObservationEntry observations,
            ObservationChanges changes,
            JsonMapper json) {
        this.reader = reader;
        this.writers = writers;
        this.observations = observations;
        this.changes = changes;
        this.json = json;
    }

    /** Who creates, changes and deletes. */
    @Service
    record Writers(EntityWriter writer, EntityChanger changer, EntityEraser eraser, EntityLinker linker) {}

    /** Creates an entity with all that is nested in it; says where it stands. */
    End create(EntityPath path, JsonNode body) {
        var created = new Created();
        try {
            var end = create(path, body, created);
            for (var waiting : created.waiting()) {
                observations.post(waiting.body(), streamOf(waiting.stream()), created);
            }
            return end;
        } catch (CityException refused) {
            writers.eraser().undo(created);
            throw refused;
        }
    }

    /** Creates an entity in the caller's transaction, where no observation can be. */
    End createTogether(EntityPath path, JsonNode body) {
        var created = new Created();
        var end = create(path, body, created);
        created.checkNothingWaits();
        return end;
    }

    private End create(EntityPath path, JsonNode body, Created created) {
        var end = reader.follow(path);
        var from = end.scope();
        if (!end.property().isEmpty() || end.one() || path.ending() != EntityPath.Ending.WHOLE) {
            throw new Refused(SensingRefusal.NOT_TAKEN, List.of("POST to a collection"));
        }
        var id = end.type().set().equals(EntityTypes.OBSERVATIONS)
                ? observations.post(body, from, created)
                : create(end, body, created);
        return new End(end.type(), id, null, List.of());
    }

    private EntityId create(End end, JsonNode body, Created created) {
        var mark = new Created();
        var id = writers.writer().create(end.type(), end.scope(), body, mark);
        mark.made().forEach(one -> created.add(one.type(), one.id()));
        mark.waiting().forEach(one -> created.await(one.stream(), one.body()));
        return id;
    }

    private static Scope streamOf(long stream) {
        var type = EntityTypes.get(EntityTypes.DATASTREAMS);
        return new Scope(type, EntityId.of(stream), type.link(EntityTypes.OBSERVATIONS));
    }

    /** Changes an entity; says where it stands. */
    End change(EntityPath path, JsonNode body, boolean whole) {
        var entity = one(path, whole ? "PUT" : "PATCH");
        if (!entity.type().set().equals(EntityTypes.OBSERVATIONS)) {
            writers.changer().change(entity, body, whole);
        } else if (!body.isObject()) {
            throw new Malformed("body", "must be a JSON object");
        } else {
            var all = whole ? (ObjectNode) body.deepCopy() : merged(entity, body);
            changes.change(entity, WholeObservation.read(all, now(entity), feature(entity, body)), body);
        }
        return new End(entity.type(), entity.known(), null, List.of());
    }

    private static long now(Entity entity) {
        return Objects.requireNonNull(entity.id().micros(), "an observation has a time");
    }

    private ObjectNode merged(Entity entity, JsonNode body) {
        ObjectNode all = json.createObjectNode();
        entity.values().forEach((name, value) -> all.set(name, json.valueToTree(value)));
        body.properties().forEach(one -> all.set(one.getKey(), one.getValue()));
        return all;
    }

    private @Nullable Long feature(Entity entity, JsonNode body) {
        var link = entity.type().link("FeatureOfInterest");
        if (!WholeObservation.absent(body, link.name())) {
            return Sent.reference(link.name(), body.path(link.name())).number();
        }
        return changes.feature(entity.id());
    }

    void erase(EntityPath path) {
        var entity = one(path, "DELETE");
        writers.eraser().erase(entity.type(), entity.id());
    }

    /**
     * Makes an entity one of those at the end of a link, or the only one there.
     *
     * @param path ends in {@code $ref}
     */
    void link(EntityPath path, JsonNode body, boolean instead) {
        var scope = link(path);
        if (scope.link().one() != instead) {
            throw new NotHere(instead ? "POST to a link that leads to several" : "PUT to a link that leads to one");
        }
        var other = EntityLinker.named(scope.target(), body);
        switch (scope.link().shape()) {
            case ONE ->
                change(
                        EntityPath.to(scope.owner(), scope.id()),
                        naming(scope.link().name(), other),
                        false);
            case MANY ->
                change(EntityPath.to(scope.target(), other), naming(EntityLinker.inverse(scope), scope.id()), false);
            case ACROSS -> writers.linker().link(scope, other);
        }
    }

    /**
     * Parts what a link joins.
     *
     * @param path ends in {@code $ref}
     * @param address of the other side, where the path does not say which; null = the path does
     */
    void unlink(EntityPath path, @Nullable String address) {
        var scope = link(path);
        var known = reader.follow(path).id();
        if (known == null && address == null && !scope.link().one()) {
            throw new Malformed("$id", "say which one: $id=" + scope.target().set() + "(1), or its id in the path");
        }
        var other = known != null || address == null
                ? Objects.requireNonNullElse(known, scope.id())
                : EntityLinker.addressed(scope.target(), "$id", address);
        writers.linker().unlink(scope, other);
    }

    private Scope link(EntityPath path) {
        var end = reader.follow(path);
        if (end.scope() == null || !end.property().isEmpty()) {
            throw new Malformed("path", "$ref is written behind a link, such as Things(1)/Locations/$ref");
        }
        return end.scope();
    }

    private ObjectNode naming(String link, EntityId id) {
        ObjectNode body = json.createObjectNode();
        body.putObject(link).put("@iot.id", id.inLink());
        return body;
    }

    private Entity one(EntityPath path, String method) {
        var end = reader.follow(path);
        if (!end.property().isEmpty() || !end.one() || path.ending() != EntityPath.Ending.WHOLE) {
            throw new NotHere(method + " one entity, such as Things(1)");
        }
        return reader.get(end);
    }

    /** The way leads to something that this cannot be done to. */
    static final class NotHere extends ErrorResponseException {

        private static final long serialVersionUID = 1L;

        NotHere(String advice) {
            super(
                    HttpStatus.METHOD_NOT_ALLOWED,
                    ProblemDetail.forStatusAndDetail(HttpStatus.METHOD_NOT_ALLOWED, advice),
                    null);
        }
    }
}
