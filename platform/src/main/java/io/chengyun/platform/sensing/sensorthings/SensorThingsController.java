package io.chengyun.platform.sensing.sensorthings;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.sensing.SensingRefusal;
import io.chengyun.platform.sensing.sensorthings.EntityReader.End;
import io.chengyun.platform.sensing.sensorthings.EntityStore.Scope;
import io.chengyun.platform.sensing.sensorthings.EntityType.Shape;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Entities over HTTP (SensorThings 接口): one way for every type, as the table of types says. */
@RestController
class SensorThingsController {

    private final EntityReader reader;
    private final EntityWriter writer;
    private final ObservationDoor observations;
    private final SensorThingsSettings settings;
    private final JsonMapper json;

    SensorThingsController(
            EntityReader reader,
            EntityWriter writer,
            ObservationDoor observations,
            SensorThingsSettings settings,
            JsonMapper json) {
        this.reader = reader;
        this.writer = writer;
        this.observations = observations;
        this.settings = settings;
        this.json = json;
    }

    @GetMapping({"/v1.0", "/v1.0/**", "/v1.1", "/v1.1/**"})
    Map<String, ? extends @Nullable Object> show(HttpServletRequest request, @RequestParam Map<String, String> query) {
        var address = ServiceAddress.of(request);
        if (address.path().isEmpty()) {
            return EntityReader.root(address.root());
        }
        return reader.show(EntityPath.parse(address.path()), PageRequest.of(query, settings), address.root());
    }

    @PostMapping({"/v1.0/**", "/v1.1/**"})
    ResponseEntity<Map<String, @Nullable Object>> create(HttpServletRequest request) throws IOException {
        var address = ServiceAddress.of(request);
        var end = reader.follow(EntityPath.parse(address.path()));
        var from = end.scope();
        if (end.one() || (from != null && from.link().shape() == Shape.ONE)) {
            throw new Refused(SensingRefusal.NOT_TAKEN, List.of("POST to a collection"));
        }
        var id = add(end, from, request);
        var shown = reader.json(reader.get(new End(end.type(), id, null)), address.root());
        return ResponseEntity.created(URI.create(String.valueOf(shown.get("@iot.selfLink"))))
                .body(shown);
    }

    private EntityId add(End end, @Nullable Scope from, HttpServletRequest request) throws IOException {
        try (var body = LimitedBody.of(request, settings.maxBody().toBytes())) {
            if (end.type().set().equals(EntityTypes.OBSERVATIONS)) {
                return observations.take(
                        body, from == null ? RowReader.NO_STREAM : from.id().number());
            }
            return writer.create(end.type(), from, read(body));
        }
    }

    private JsonNode read(LimitedBody body) {
        try {
            return json.readTree(body);
        } catch (JacksonException torn) {
            throw new Malformed("body", "must be one whole JSON document");
        }
    }
}
