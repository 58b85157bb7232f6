package io.chengyun.platform.assessment.whatif;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.assessment.whatif.Trials.Asked;
import java.time.Instant;
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

    TrialController(Trials trials) {
        this.trials = trials;
    }

    /** A trial as it is sent; everything may be missing until it is checked. */
    record TrialBody(
            @Nullable String scenario,
            @Nullable String rule,
            @Nullable List<Long> streams,
            @Nullable String town,
            @Nullable Instant from,
            @Nullable Instant until) {

        Asked asked() {
            return new Asked(
                    needed("scenario", scenario),
                    needed("rule", rule),
                    streams == null ? List.of() : streams,
                    town,
                    needed("from", from),
                    needed("until", until));
        }

        private static <T> T needed(String field, @Nullable T value) {
            if (value == null) {
                throw new Malformed(field, "is needed");
            }
            return value;
        }
    }

    @PostMapping("/api/rules/try")
    TrialResult run(@RequestBody TrialBody body, Caller caller) {
        return trials.run(body.asked(), caller);
    }

    @DeleteMapping("/api/rules/try")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(Caller caller) {
        trials.cancel(caller);
    }
}
