package io.chengyun.platform.sensing.sensorthings;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.sensing.Sensing;
import io.chengyun.platform.sensing.SensingRefusal;
import io.chengyun.platform.sensing.detail.ObservationDetail;
import io.chengyun.platform.sensing.notation.PhenomenonTime;
import io.chengyun.platform.sensing.sensorthings.answer.Scope;
import io.chengyun.platform.sensing.sensorthings.change.Created;
import io.chengyun.platform.sensing.sensorthings.change.EntityKeeper;
import io.chengyun.platform.sensing.sensorthings.change.EntityWriter;
import io.chengyun.platform.sensing.sensorthings.change.MultiStreams;
import io.chengyun.platform.sensing.sensorthings.change.Sent;
import io.chengyun.platform.sensing.sensorthings.change.WholeObservation;
import io.chengyun.platform.sensing.sensorthings.model.EntityId;
import io.chengyun.platform.sensing.sensorthings.model.EntityTypes;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes a single observation with all that the standard lets it say (单条全量上报); a plain one goes the short way. */
@Component
class ObservationEntry {

    private static final List<String> STREAMS = List.of("Datastream", "MultiDatastream");
    private static final String FEATURE = "FeatureOfInterest";

    private final ObservationDoor door;
    private final EntityWriter writer;
    private final EntityKeeper keeper;
    private final Sensing sensing;
    private final Clock clock;

    ObservationEntry(ObservationDoor door, EntityWriter writer, EntityKeeper keeper, Sensing sensing, Clock clock) {
        this.door = door;
        this.writer = writer;
        this.keeper = keeper;
        this.sensing = sensing;
        this.clock = clock;
    }

    /**
     * Stores an observation; refuses one that is rejected.
     *
     * @param from the stream or feature that the path names
     * @param created what is brought along is added to it
     */
    EntityId post(JsonNode body, @Nullable Scope from, Created created) {
        if (!body.isObject()) {
            throw new Malformed("body", "must be an observation object");
        }
        long stream = stream(body, from, created);
        var feature = feature(body, from, created);
        if (feature == null) {
            checkFeatured(stream);
        }
        int parts = sensing.registered(stream) ? 0 : keeper.parts(stream);
        if (feature == null && parts == 0 && plain(stream, body)) {
            return door.take(new ByteArrayInputStream(body.toString().getBytes(StandardCharsets.UTF_8)), stream);
        }
        if (parts > 0) {
            MultiStreams.checkResult(body.path("result"), parts);
        }
        return send(stream, body, feature);
    }

    /** Whether the lean row holds all of it: of a property that the registry knows whatever is no number is refused there. */
    private boolean plain(long stream, JsonNode body) {
        return WholeObservation.plain(body)
                && (body.path("result").isNumber()
                        || WholeObservation.absent(body, "result")
                        || sensing.registered(stream));
    }

    private long stream(JsonNode body, @Nullable Scope from, Created created) {
        for (var name : STREAMS) {
            var named = body.path(name);
            if (!named.isMissingNode() && !named.isNull()) {
                return Sent.named(named)
                        .orElseGet(() -> {
                            door.sender().mayCreateStreams();
                            return writer.create(EntityTypes.get(name + "s"), null, named, created);
                        })
                        .number();
            }
        }
        if (from == null || !from.owner().table().equals("datastream")) {
            throw new Malformed("Datastream", "is missing: name one by @iot.id, or post to its Observations");
        }
        return from.id().number();
    }

    private @Nullable Long feature(JsonNode body, @Nullable Scope from, Created created) {
        var type = EntityTypes.get(EntityTypes.FEATURES_OF_INTEREST);
        if (WholeObservation.absent(body, FEATURE)) {
            return from != null && from.owner().equals(type) ? from.id().number() : null;
        }
        var value = body.path(FEATURE);
        var named = Sent.named(value);
        if (named.isPresent() && !keeper.stored(type, named.get())) {
            throw new Refused(SensingRefusal.NO_SUCH_ENTITY);
        }
        return named.orElseGet(() -> writer.create(type, null, value, created)).number();
    }

    private void checkFeatured(long stream) {
        if (!sensing.featured(stream)) {
            sensing.changed(List.of(stream));
            if (!sensing.featured(stream)) {
                throw new Refused(SensingRefusal.NO_FEATURE);
            }
        }
    }

    private EntityId send(long stream, JsonNode body, @Nullable Long feature) {
        var observation = WholeObservation.read(body, PhenomenonTime.micros(clock.instant()), feature);
        var batch = door.sender().batch();
        if (observation.detail().equals(ObservationDetail.NONE)) {
            batch.add(stream, observation.micros(), observation.number());
        } else {
            batch.addDetailed(stream, observation.micros(), observation.number(), observation.detail());
        }
        var unit = body.path("parameters").path("unit");
        if (unit.isString()) {
            batch.inUnit(unit.stringValue());
        }
        return door.send(batch);
    }
}
