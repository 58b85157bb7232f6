package io.chengyun.platform.intake.open311;

import io.chengyun.kernel.Fault;
import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.intake.Intake;
import io.chengyun.platform.intake.ServiceRequest;
import io.chengyun.platform.intake.Services;
import io.chengyun.platform.place.Places;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Open311 GeoReport v2 over HTTP (开放接口): the address's extension picks XML or JSON. */
@RestController
@RequestMapping("/open311/v2")
class Open311Controller {

    private static final Logger LOG = LoggerFactory.getLogger(Open311Controller.class);

    private final Intake intake;
    private final Services services;
    private final Places places;
    private final Open311Settings settings;
    private final Clock clock;
    private final Documents documents;
    private final Instant startedAt;

    Open311Controller(Intake intake, Services services, Places places, Open311Settings settings, Clock clock) {
        this.intake = intake;
        this.services = services;
        this.places = places;
        this.settings = settings;
        this.clock = clock;
        this.documents = new Documents(places);
        this.startedAt = clock.instant();
    }

    @GetMapping("/discovery.{format}")
    ResponseEntity<byte[]> discovery(@PathVariable String format, HttpServletRequest request) {
        var url = request.getRequestURL();
        var base = url.substring(0, url.lastIndexOf("/discovery"));
        return Rendering.of(format).answer(HttpStatus.OK, "discovery", documents.discovery(base, startedAt));
    }

    @GetMapping("/services.{format}")
    ResponseEntity<byte[]> services(@PathVariable String format, @RequestParam MultiValueMap<String, String> asked) {
        inJurisdiction(asked);
        var offered = services.list().stream().map(documents::service).toList();
        return Rendering.of(format).answer(HttpStatus.OK, "services", offered);
    }

    @GetMapping("/services/{code}.{format}")
    ResponseEntity<byte[]> definition(
            @PathVariable String code, @PathVariable String format, @RequestParam MultiValueMap<String, String> asked) {
        inJurisdiction(asked);
        return Rendering.of(format)
                .answer(HttpStatus.OK, "service_definition", documents.definition(services.get(code)));
    }

    @PostMapping(path = "/requests.{format}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<byte[]> send(@PathVariable String format, @RequestParam MultiValueMap<String, String> sent) {
        var rendering = Rendering.of(format);
        inJurisdiction(sent);
        var form = new RequestForm(sent);
        form.check(settings.keys());
        var received = intake.receive(form.request(places));
        return rendering.answer(HttpStatus.CREATED, "service_requests", List.of(Documents.received(received)));
    }

    /** We answer with the request's number at once, so there is no token that would have to be exchanged for it. */
    @GetMapping("/tokens/{token}.{format}")
    ResponseEntity<byte[]> token(@PathVariable String token, @PathVariable String format) {
        Rendering.of(format);
        throw new Malformed("token", "none is ever given here: a request has its service_request_id at once");
    }

    @GetMapping("/requests.{format}")
    ResponseEntity<byte[]> requests(@PathVariable String format, @RequestParam MultiValueMap<String, String> asked) {
        var rendering = Rendering.of(format);
        inJurisdiction(asked);
        var found = intake.list(new Question(asked, settings).query(clock.instant()));
        return rendering.answer(
                HttpStatus.OK,
                "service_requests",
                found.stream().map(this::document).toList());
    }

    @GetMapping("/requests/{id}.{format}")
    ResponseEntity<byte[]> request(
            @PathVariable String id, @PathVariable String format, @RequestParam MultiValueMap<String, String> asked) {
        var rendering = Rendering.of(format);
        inJurisdiction(asked);
        return rendering.answer(HttpStatus.OK, "service_requests", List.of(document(intake.get(id))));
    }

    /** Extension: the steps of one request, as numbered updates. */
    @GetMapping("/servicerequestupdates.{format}")
    ResponseEntity<byte[]> updates(@PathVariable String format, @RequestParam MultiValueMap<String, String> asked) {
        var rendering = Rendering.of(format);
        inJurisdiction(asked);
        if (!settings.extensions()) {
            throw new Malformed("token", "extensions are switched off here");
        }
        var id = asked.getFirst("service_request_id");
        if (id == null || id.isBlank()) {
            throw new Malformed("service_request_ids", "name one request: service_request_id=…");
        }
        var steps = intake.listSteps(intake.get(id).id());
        var updates = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < steps.size(); i++) {
            updates.add(documents.update(id, steps.get(i), i + 1));
        }
        return rendering.answer(HttpStatus.OK, "service_request_updates", updates);
    }

    private Map<String, Object> document(ServiceRequest request) {
        return documents.request(
                request, services.find(request.asked().service()).orElse(null));
    }

    private void inJurisdiction(MultiValueMap<String, String> asked) {
        var named = asked.getFirst(RequestForm.JURISDICTION);
        if (named != null && !named.isBlank() && !named.equals(places.district().code())) {
            throw new Malformed(
                    RequestForm.JURISDICTION,
                    "this server is for " + places.district().code() + " only; it may be left out");
        }
    }

    @ExceptionHandler
    ResponseEntity<byte[]> malformed(Malformed wrong, HttpServletRequest request) {
        return answer(Open311Problem.of(wrong), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(Refused refused, HttpServletRequest request) {
        return answer(Open311Problem.of(refused), request);
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<byte[]> databaseGone(RuntimeException gone, HttpServletRequest request) {
        LOG.error("a request over Open311 could not be served", gone);
        return answer(Open311Problem.of(new Fault("postgres:not-available", gone)), request);
    }

    private static ResponseEntity<byte[]> answer(Open311Problem problem, HttpServletRequest request) {
        var rendering = request.getRequestURI().endsWith(".json") ? Rendering.JSON : Rendering.XML;
        return rendering.answer(HttpStatusCode.valueOf(problem.code()), "errors", List.of(Documents.problem(problem)));
    }
}
