package io.chengyun.platform.intake.advice;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.intake.Intake;
import io.chengyun.platform.intake.IntakeRefusal;
import io.chengyun.platform.intake.duplicates.Duplicate;
import io.chengyun.platform.intake.duplicates.Duplicates;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The door for advice over HTTP (受理建议接口). */
@RestController
class AdviceController {

    private final Intake intake;
    private final Advising advising;
    private final Duplicates duplicates;

    AdviceController(Intake intake, Advising advising, Duplicates duplicates) {
        this.intake = intake;
        this.advising = advising;
        this.duplicates = duplicates;
    }

    /**
     * What the acceptor is advised to do with a case (案件建议).
     *
     * @param request the oldest request behind it; null where nobody asked from outside, and then there is no advice
     * @param duplicates the open matters that it probably repeats, likeliest first
     */
    record CaseAdvice(@Nullable String request, @Nullable Advice advice, List<Duplicate> duplicates) {}

    /** What is advised for the case, by the oldest request behind it; another town's looks as if nobody had asked. */
    @GetMapping("/api/intake/cases/{id}/advice")
    CaseAdvice adviseCase(@PathVariable String id, Caller caller) {
        return intake.listBehind(id).stream()
                .filter(request -> caller.mayEnter(request.spot().town()))
                .findFirst()
                .map(request -> new CaseAdvice(request.id(), advising.advise(request), duplicates.list(request.id())))
                .orElse(new CaseAdvice(null, null, List.of()));
    }

    /** What is proposed for a request; another town's request is absent. */
    @GetMapping("/api/intake/requests/{id}/proposal")
    Advice advise(@PathVariable String id, Caller caller) {
        var request = intake.get(id);
        if (!caller.mayEnter(request.spot().town())) {
            throw new Refused(IntakeRefusal.ABSENT);
        }
        return advising.advise(request);
    }

    /** How often what was proposed was what a person filed. */
    @GetMapping("/api/intake/proposals/score")
    Advising.Score score() {
        return advising.score();
    }
}
