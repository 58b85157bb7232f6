package io.chengyun.platform.sensing.sensorthings;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.sensing.sensorthings.answer.Answers;
import io.chengyun.platform.sensing.sensorthings.answer.Answers.Question;
import io.chengyun.platform.sensing.sensorthings.answer.ServiceRoot;
import io.chengyun.platform.sensing.sensorthings.model.EntityPath;
import io.chengyun.platform.sensing.sensorthings.query.QueryParser.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Entities over HTTP (SensorThings 接口): one way for every type, as the table of types says. */
@RestController
class SensorThingsController {

    private final Answers answers;
    private final Requests requests;
    private final SensorThingsSettings settings;
    private final JsonMapper json;

    SensorThingsController(Answers answers, Requests requests, SensorThingsSettings settings, JsonMapper json) {
        this.answers = answers;
        this.requests = requests;
        this.settings = settings;
        this.json = json;
    }

    @GetMapping({"/v1.0", "/v1.0/**", "/v1.1", "/v1.1/**"})
    ResponseEntity<Object> show(HttpServletRequest request, @RequestParam Map<String, String> query) {
        var address = ServiceAddress.of(request);
        if (address.path().isEmpty()) {
            return ResponseEntity.ok(ServiceRoot.json(address.root()));
        }
        var answer = answers.answer(new Question(
                EntityPath.parse(address.path()),
                query,
                new Pages(settings.page(), settings.maxPage()),
                address.root()));
        return answer instanceof String text
                ? ResponseEntity.ok()
                        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                        .body(text)
                : ResponseEntity.ok(answer);
    }

    @PostMapping({"/v1.0/**", "/v1.1/**"})
    ResponseEntity<Map<String, @Nullable Object>> create(HttpServletRequest request) throws IOException {
        var address = ServiceAddress.of(request);
        var path = EntityPath.parse(address.path());
        if (path.isReference()) {
            requests.link(path, read(request), false);
            return ResponseEntity.noContent().build();
        }
        var shown = create(path, bytes(request), address.root());
        return ResponseEntity.created(URI.create(String.valueOf(shown.get("@iot.selfLink"))))
                .body(shown);
    }

    /** Creates what a body says and shows it. */
    Map<String, @Nullable Object> create(EntityPath path, byte[] body, String root) {
        return answers.show(requests.create(path, parse(body)), root);
    }

    @PatchMapping({"/v1.0/**", "/v1.1/**"})
    Map<String, @Nullable Object> change(HttpServletRequest request) throws IOException {
        var address = ServiceAddress.of(request);
        return answers.show(requests.change(EntityPath.parse(address.path()), read(request), false), address.root());
    }

    @PutMapping({"/v1.0/**", "/v1.1/**"})
    ResponseEntity<Map<String, @Nullable Object>> replace(HttpServletRequest request) throws IOException {
        var address = ServiceAddress.of(request);
        var path = EntityPath.parse(address.path());
        if (path.isReference()) {
            requests.link(path, read(request), true);
            return ResponseEntity.noContent().build();
        }
        return ResponseEntity.ok(answers.show(requests.change(path, read(request), true), address.root()));
    }

    @DeleteMapping({"/v1.0/**", "/v1.1/**"})
    ResponseEntity<Void> delete(HttpServletRequest request, @RequestParam Map<String, String> query) {
        var path = EntityPath.parse(ServiceAddress.of(request).path());
        if (path.isReference()) {
            requests.unlink(path, query.get("$id"));
            return ResponseEntity.noContent().build();
        }
        requests.erase(path);
        return ResponseEntity.ok().build();
    }

    private JsonNode read(HttpServletRequest request) throws IOException {
        return parse(bytes(request));
    }

    /** The body, if it is not too large. */
    byte[] bytes(HttpServletRequest request) throws IOException {
        try (var body = LimitedBody.of(request, settings.maxBody().toBytes())) {
            int announced = request.getContentLength();
            return announced < 0 ? body.readAllBytes() : body.readNBytes(announced);
        }
    }

    private JsonNode parse(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException torn) {
            throw new Malformed("body", "must be one whole JSON document");
        }
    }
}
