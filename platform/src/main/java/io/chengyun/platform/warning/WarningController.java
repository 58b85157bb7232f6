package io.chengyun.platform.warning;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.assessment.verdict.Matter;
import io.chengyun.platform.assessment.verdict.SignalCard;
import io.chengyun.platform.assessment.verdict.VerdictBody;
import io.chengyun.platform.assessment.verdict.Verdicts;
import java.time.Clock;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Warnings over HTTP, those of the caller's towns only. */
@RestController
@RequestMapping("/api/warnings")
class WarningController {

    private static final int MOST = 500;

    private final Warnings warnings;
    private final Verdicts verdicts;
    private final Clock clock;

    WarningController(Warnings warnings, Verdicts verdicts, Clock clock) {
        this.warnings = warnings;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    record SignalCards(List<SignalCard> signals) {}

    @GetMapping
    List<Warning> list(
            Caller caller,
            @RequestParam(defaultValue = "false") boolean standing,
            @RequestParam(defaultValue = "100") int limit) {
        var found = standing ? warnings.listStanding() : warnings.list(Math.min(limit, MOST));
        return found.stream()
                .filter(warning -> caller.mayEnter(warning.identity().town()))
                .toList();
    }

    @GetMapping("/{id}")
    Warning get(Caller caller, @PathVariable String id) {
        return warnings.find(id)
                .filter(warning -> caller.mayEnter(warning.identity().town()))
                .orElseThrow(() -> new Refused(WarningRefusal.ABSENT));
    }

    @PostMapping("/{id}/receipts")
    Warning receive(Caller caller, @PathVariable String id) {
        return warnings.receive(id, caller);
    }

    /** The signals behind the warning that said there was danger, newest first, each with its verdict. */
    @GetMapping("/{id}/signals")
    SignalCards signals(Caller caller, @PathVariable String id) {
        return new SignalCards(verdicts.list(matter(get(caller, id))));
    }

    /** A verdict on the warning as a whole is one on each of its signals. */
    @PostMapping("/{id}/verdict")
    SignalCards judge(Caller caller, @PathVariable String id, @RequestBody VerdictBody body) {
        var matter = matter(get(caller, id));
        verdicts.give(matter, body.word(), caller);
        return new SignalCards(verdicts.list(matter));
    }

    private Matter matter(Warning warning) {
        var times = warning.times();
        var identity = warning.identity();
        var from = times.firstObservedAt().isBefore(times.raisedAt()) ? times.firstObservedAt() : times.raisedAt();
        var until = times.liftedAt() == null ? clock.instant() : times.liftedAt();
        return new Matter(identity.scenario(), identity.danger(), identity.town(), from, until);
    }
}
