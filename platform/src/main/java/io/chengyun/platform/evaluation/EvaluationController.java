package io.chengyun.platform.evaluation;

import io.chengyun.platform.access.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The door of evaluation over HTTP (评价接口). */
@RestController
class EvaluationController {

    private final Evaluation evaluation;

    EvaluationController(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    @GetMapping("/api/cases/{id}/latencies")
    Latencies latencies(@PathVariable String id, Caller caller) {
        return evaluation.get(id, caller);
    }

    @GetMapping("/api/evaluation/latencies")
    LatencyFigures figures(Caller caller) {
        return evaluation.figures(caller.town());
    }
}
