package io.chengyun.platform.casework.door;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Malformed;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.casework.CaseCard;
import io.chengyun.platform.casework.CaseFile;
import io.chengyun.platform.casework.CaseState;
import io.chengyun.platform.casework.Casework;
import io.chengyun.platform.casework.Casework.Choice;
import io.chengyun.platform.casework.Casework.Line;
import io.chengyun.platform.casework.Casework.Query;
import io.chengyun.platform.casework.Casework.Report;
import io.chengyun.platform.casework.Casework.Way;
import io.chengyun.platform.casework.Given;
import io.chengyun.platform.casework.clock.CalendarEvent;
import io.chengyun.platform.casework.clock.CalendarWatch;
import io.chengyun.platform.dispatch.Dispatch;
import io.chengyun.platform.dispatch.Work;
import io.chengyun.platform.place.Position;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The door of casework over HTTP (案件接口). */
@RestController
class CaseController {

    private static final Duration NEVER_CHANGES = Duration.ofDays(30);

    private final Casework casework;
    private final Dispatch dispatch;
    private final CalendarWatch watch;
    private final Clock clock;

    CaseController(Casework casework, Dispatch dispatch, CalendarWatch watch, Clock clock) {
        this.casework = casework;
        this.dispatch = dispatch;
        this.watch = watch;
        this.clock = clock;
    }

    /** What somebody has to know of the working calendar. */
    record CalendarNotice(CalendarEvent.@Nullable Gap missing) {}

    /** Cases that fit, and how many there are in all. */
    record Cases(List<CaseCard> cases, long total) {}

    /** One case with its history and what the caller may do with it now. */
    record CaseView(CaseFile file, CaseCard card, List<Line> timeline, List<Choice> actions) {}

    /** A report as it is sent; everything may be missing until it is checked. */
    record ReportBody(
            @Nullable String caseClass,
            @Nullable String title,
            @Nullable String description,
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable String source) {

        Report report() {
            return new Report(
                    needed("caseClass", caseClass),
                    needed("title", title),
                    Optional.ofNullable(description).orElse(""),
                    new Position(needed("lon", lon), needed("lat", lat)),
                    source == null ? CaseFile.Source.PATROL : word("source", source, CaseFile.Source.values()));
        }
    }

    @GetMapping("/api/cases")
    Cases list(
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String town,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "100") int limit,
            Caller caller) {
        var query = new Query(
                state == null ? null : word("state", state, CaseState.values()),
                town == null ? null : new AreaCode(town),
                open,
                limit);
        var cards = casework.list(query, caller).stream().map(CaseCard::of).toList();
        return new Cases(cards, casework.count(query, caller));
    }

    /** A state in its stage. */
    record StateCard(CaseState state, CaseState.Stage stage, boolean ended) {}

    /** The life of every case: its states in their order, and every way between them. */
    record Life(List<StateCard> states, List<Way> ways) {}

    @GetMapping("/api/case-life")
    Life life() {
        var states = Arrays.stream(CaseState.values())
                .map(state -> new StateCard(state, state.stage(), state.ended()))
                .toList();
        return new Life(states, Casework.ways());
    }

    /** The year that comes without a calendar; none while there is time. */
    @GetMapping("/api/case-calendar")
    CalendarNotice calendar() {
        return new CalendarNotice(watch.near().orElse(null));
    }

    @GetMapping("/api/cases/{id}")
    CaseView get(@PathVariable String id, Caller caller) {
        return view(casework.get(id, caller), caller);
    }

    /** To whom it was dispatched, and why to them (派遣依据), the oldest first. */
    @GetMapping("/api/cases/{id}/works")
    List<Work> works(@PathVariable String id, Caller caller) {
        return dispatch.list(casework.get(id, caller).id());
    }

    @PostMapping("/api/cases")
    @ResponseStatus(HttpStatus.CREATED)
    CaseView report(@RequestBody ReportBody body, Caller caller) {
        return view(casework.report(body.report(), caller), caller);
    }

    @PostMapping("/api/cases/{id}/actions/{action}")
    CaseView act(
            @PathVariable String id,
            @PathVariable String action,
            @RequestBody(required = false) @Nullable Given given,
            Caller caller) {
        return view(casework.act(id, action, given == null ? Given.nothing() : given, caller), caller);
    }

    /** The photo's id: SHA-256 of its bytes. */
    record Stored(String id) {}

    /** Where and when the photo was taken; now if nobody says. */
    record Taken(double lon, double lat, @Nullable String at) {

        Instant when(Instant now) {
            if (at == null || at.isBlank()) {
                return now;
            }
            try {
                return OffsetDateTime.parse(at).toInstant();
            } catch (DateTimeException wrong) {
                throw new Malformed("at", "write the time as 2026-11-22T08:00:00+08:00");
            }
        }
    }

    @PostMapping("/api/cases/{id}/photos")
    @ResponseStatus(HttpStatus.CREATED)
    Stored attach(@PathVariable String id, @RequestParam MultipartFile file, Taken taken, Caller caller)
            throws IOException {
        var position = new Position(taken.lon(), taken.lat());
        return new Stored(casework.attach(id, file.getBytes(), position, taken.when(clock.instant()), caller));
    }

    @GetMapping("/api/photos/{id}")
    ResponseEntity<byte[]> photo(@PathVariable String id, Caller caller) {
        var photo = casework.photo(id, caller);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(photo.type()))
                .cacheControl(CacheControl.maxAge(NEVER_CHANGES).cachePrivate())
                .header("X-Content-Type-Options", "nosniff")
                .body(photo.bytes());
    }

    private CaseView view(CaseFile file, Caller caller) {
        return new CaseView(file, CaseCard.of(file), casework.timeline(file), casework.choices(file, caller));
    }

    private static <T> T needed(String field, @Nullable T value) {
        if (value == null) {
            throw new Malformed(field, "is needed");
        }
        return value;
    }

    private static <E extends Enum<E>> E word(String field, String text, E[] known) {
        return Arrays.stream(known)
                .filter(one -> one.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Malformed(field, "'" + text + "' must be one of " + Arrays.toString(known)));
    }
}
