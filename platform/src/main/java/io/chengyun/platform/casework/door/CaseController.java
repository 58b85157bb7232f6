package io.chengyun.platform.casework.door;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Needed;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The door of casework over HTTP (案件接口). */
@RestController
class CaseController {

    private final Casework casework;
    private final Dispatch dispatch;
    private final CalendarWatch watch;

    CaseController(Casework casework, Dispatch dispatch, CalendarWatch watch) {
        this.casework = casework;
        this.dispatch = dispatch;
        this.watch = watch;
    }

    /** What somebody has to know of the working calendar. */
    record CalendarNotice(CalendarEvent.@Nullable Gap missing) {}

    /** Cases that fit, and how many there are in all. */
    record Cases(List<CaseCard> cases, long total) {}

    /** One case with its history and what the caller may do with it now. */
    record CaseView(CaseFile file, CaseCard card, List<Line> timeline, List<Choice> actions) {}

    /**
     * A report as it is sent; everything may be missing until it is checked.
     *
     * @param asset code of the part (部件编码) that it is about; null where the nearest of its class is
     */
    record ReportBody(
            @Nullable String caseClass,
            @Nullable String title,
            @Nullable String description,
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable String source,
            @Nullable String asset) {

        Report report() {
            return new Report(
                    Needed.value("caseClass", caseClass),
                    Needed.value("title", title),
                    Optional.ofNullable(description).orElse(""),
                    new Position(Needed.value("lon", lon), Needed.value("lat", lat)),
                    source == null ? CaseFile.Source.PATROL : word("source", source, CaseFile.Source.values()),
                    null,
                    asset == null || asset.isBlank() ? null : asset.strip(),
                    true);
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
    CaseView report(
            @RequestBody ReportBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        return view(casework.report(body.report(), checked(key), caller), caller);
    }

    @PostMapping("/api/cases/{id}/actions/{action}")
    CaseView act(
            @PathVariable String id,
            @PathVariable String action,
            @RequestBody(required = false) @Nullable Given given,
            Caller caller) {
        return view(casework.act(id, action, given == null ? Given.nothing() : given, caller), caller);
    }

    private CaseView view(CaseFile file, Caller caller) {
        return new CaseView(file, CaseCard.of(file), casework.timeline(file), casework.choices(file, caller));
    }

    private static @Nullable String checked(@Nullable String key) {
        if (key != null && !key.matches("[\\w-]{8,80}")) {
            throw new Malformed("Idempotency-Key", "give 8 to 80 letters, digits, - or _");
        }
        return key;
    }

    private static <E extends Enum<E>> E word(String field, String text, E[] known) {
        return Arrays.stream(known)
                .filter(one -> one.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Malformed(field, "'" + text + "' must be one of " + Arrays.toString(known)));
    }
}
