package io.chengyun.platform.sensing.sensorthings;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.sensing.SensingRefusal;
import io.chengyun.platform.sensing.sensorthings.BatchRequests.Request;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Several requests in one (批量请求), as OData's JSON batch has it. */
@RestController
class BatchController {

    private final BatchRequests batch;
    private final SensorThingsSettings settings;
    private final JsonMapper json;

    BatchController(BatchRequests batch, SensorThingsSettings settings, JsonMapper json) {
        this.batch = batch;
        this.settings = settings;
        this.json = json;
    }

    /** Answers each request in its order with a status and a body, and a link to what it made. */
    @PostMapping({"/v1.0/$batch", "/v1.1/$batch"})
    Map<String, List<Map<String, Object>>> answer(HttpServletRequest request) throws IOException {
        var requests = new ArrayList<Request>();
        var list = read(request).path("requests");
        if (!list.isArray()) {
            throw new Malformed("requests", "must be an array of requests with id, method and url");
        }
        if (list.size() > settings.maxBatch()) {
            throw new Refused(SensingRefusal.TOO_LARGE, List.of(settings.maxBatch() + " requests"));
        }
        list.forEach(one -> requests.add(Request.of(one)));
        return Map.of(
                "responses", batch.answer(requests, ServiceAddress.of(request).root()));
    }

    private JsonNode read(HttpServletRequest request) throws IOException {
        try (var body = LimitedBody.of(request, settings.maxBody().toBytes())) {
            return json.readTree(body);
        } catch (JacksonException torn) {
            throw new Malformed("body", "must be one whole JSON document");
        }
    }
}
