package io.chengyun.platform.assessment;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.assessment.group.GroupCard;
import io.chengyun.platform.sensing.Sensing;
import io.chengyun.platform.sensing.SensingRefusal;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the rules and what they said (研判接口). */
@RestController
class AssessmentController {

    private static final int MOST = 1_000;

    private final Assessment assessment;
    private final RuleBook rules;
    private final Sensing sensing;

    AssessmentController(Assessment assessment, RuleBook rules, Sensing sensing) {
        this.assessment = assessment;
        this.rules = rules;
        this.sensing = sensing;
    }

    record SignalList(List<Signal> signals) {}

    /** The rules that warn, those that flag observations, and those that weigh several streams together. */
    record RuleList(List<RuleCard> rules, List<FlagCard> flagging, List<GroupCard> groups) {}

    @GetMapping("/api/signals")
    SignalList signals(@RequestParam(defaultValue = "100") int limit, Caller caller) {
        if (limit < 1 || limit > MOST) {
            throw new Malformed("limit", "must be 1 to " + MOST);
        }
        return new SignalList(assessment.listSignals(caller.town(), limit));
    }

    @GetMapping("/api/rules")
    RuleList rules() {
        return listed(rules.list(), rules.listGroups());
    }

    /** The rules that weigh one stream by itself, for the interval at which it reports. */
    @GetMapping("/api/rules/streams/{stream}")
    RuleList rulesOf(@PathVariable long stream) {
        var known = sensing.findStream(stream).orElseThrow(() -> new Refused(SensingRefusal.NO_SUCH_ENTITY));
        return listed(rules.rulesFor(known.property(), known.interval()), List.of());
    }

    private static RuleList listed(List<AppliedRule> all, List<GroupCard> groups) {
        return new RuleList(
                all.stream()
                        .filter(rule -> rule.spec().flag() == null)
                        .map(RuleCard::of)
                        .toList(),
                all.stream().flatMap(rule -> FlagCard.of(rule).stream()).toList(),
                groups);
    }
}
