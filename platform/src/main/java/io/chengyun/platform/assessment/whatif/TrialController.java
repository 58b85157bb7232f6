package io.chengyun.platform.assessment.whatif;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Needed;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.assessment.whatif.Trials.Asked;
import io.chengyun.platform.place.Places;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tries rules over HTTP (试算接口). */
@RestController
class TrialController {

    private final Trials trials;
    private final Places places;

    TrialController(Trials trials, Places places) {
        this.trials = trials;
        this.places = places;
    }

    /**
     * A trial as it is sent; everything may be missing until it is checked.
     *
     * @param from a time, or a day of the district from whose first moment on
     * @param until a time, or a day of the district until whose last moment
     */
    record TrialBody(
            @Nullable String scenario,
            @Nullable String rule,
            @Nullable List<Long> streams,
            @Nullable String town,
            @Nullable String from,
            @Nullable String until) {

        Asked asked(ZoneId zone) {
            return new Asked(
                    Needed.value("scenario", scenario),
                    Needed.value("rule", rule),
                    streams == null ? List.of() : streams,
                    town,
                    moment("from", Needed.value("from", from), zone, 0),
                    moment("until", Needed.value("until", until), zone, 1));
        }

        /** The time, or the first moment of so many days after the day. */
        private static Instant moment(String field, String text, ZoneId zone, int daysAfter) {
            try {
                return text.indexOf('T') < 0
                        ? LocalDate.parse(text)
                                .plusDays(daysAfter)
                                .atStartOfDay(zone)
                                .toInstant()
                        : OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException wrong) {
                throw new Malformed(
                        field, "must be a day such as 2026-06-20, or a time such as 2026-06-20T08:00:00+08:00");
            }
        }
    }

    @PostMapping("/api/rules/try")
    TrialResult run(@RequestBody TrialBody body, Caller caller) {
        return trials.run(body.asked(places.district().zone()), caller);
    }

    @DeleteMapping("/api/rules/try")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(Caller caller) {
        trials.cancel(caller);
    }
}
