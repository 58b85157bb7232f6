package io.chengyun.platform.evaluation.indicator;

import io.chengyun.platform.access.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The door of the indicators over HTTP (指标接口). Periods are days of the district; the last one does not belong to them. */
@RestController
class IndicatorController {

    private final Indicators indicators;

    IndicatorController(Indicators indicators) {
        this.indicators = indicators;
    }

    @GetMapping("/api/evaluation/indicators")
    Sheet count(Asked asked, Caller caller) {
        return indicators.count(indicators.read(asked), caller);
    }

    @GetMapping("/api/evaluation/indicators/{code}/rows")
    Drill list(@PathVariable String code, Asked asked, Caller caller) {
        return indicators.list(code, indicators.read(asked), caller);
    }
}
