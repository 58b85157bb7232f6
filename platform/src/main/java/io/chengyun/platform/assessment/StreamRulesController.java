package io.chengyun.platform.assessment;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.sensing.Sensing;
import io.chengyun.platform.sensing.SensingRefusal;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows which rules weigh a stream (数据流的规则). */
@RestController
class StreamRulesController {

    private final RuleBook rules;
    private final Sensing sensing;

    StreamRulesController(RuleBook rules, Sensing sensing) {
        this.rules = rules;
        this.sensing = sensing;
    }

    /** The rules of a stream (数据流规则). */
    record StreamRules(List<RuleCard> rules) {}

    /** The rules that warn by this stream, for the interval at which it reports. */
    @GetMapping("/api/rules/streams/{stream}")
    StreamRules of(@PathVariable long stream) {
        var known = sensing.findStream(stream).orElseThrow(() -> new Refused(SensingRefusal.NO_SUCH_ENTITY));
        return new StreamRules(rules.rulesFor(known.property(), known.interval()).stream()
                .map(RuleCard::of)
                .toList());
    }
}
