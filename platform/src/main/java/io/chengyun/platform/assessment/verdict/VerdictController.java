package io.chengyun.platform.assessment.verdict;

import io.chengyun.platform.access.Caller;
import io.chengyun.platform.assessment.verdict.RecordStore.Asked;
import io.chengyun.platform.sensing.StoredBatch.Reading;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Signals with their evidence, verdicts on them, and what rules were worth, over HTTP (评判接口). */
@RestController
class VerdictController {

    private final Verdicts verdicts;
    private final RuleRecords records;
    private final EvidenceReader evidence;

    VerdictController(Verdicts verdicts, RuleRecords records, EvidenceReader evidence) {
        this.verdicts = verdicts;
        this.records = records;
        this.evidence = evidence;
    }

    /**
     * A signal with what it was made of.
     *
     * @param evidence the observations behind it as they are stored, oldest first; what was dropped meanwhile is missing
     * @param unit of every value
     */
    record SignalView(SignalCard card, String unit, List<Reading> evidence) {}

    record RecordList(List<RuleRecord> records) {}

    record Restoring(int version) {}

    @GetMapping("/api/signals/{id}")
    SignalView get(@PathVariable String id, Caller caller) {
        return view(verdicts.get(id, caller));
    }

    @PostMapping("/api/signals/{id}/verdict")
    SignalView give(@PathVariable String id, @RequestBody VerdictBody body, Caller caller) {
        return view(verdicts.give(id, body.word(), caller));
    }

    @GetMapping("/api/rules/precision")
    RecordList all(@RequestParam @Nullable Instant from, @RequestParam @Nullable Instant until) {
        return new RecordList(records.list(new Asked(null, null, from, until)));
    }

    @GetMapping("/api/rules/{scenario}/{id}/precision")
    RecordList of(
            @PathVariable String scenario,
            @PathVariable String id,
            @RequestParam @Nullable Instant from,
            @RequestParam @Nullable Instant until) {
        return new RecordList(records.list(new Asked(scenario, id, from, until)));
    }

    @PostMapping("/api/rules/{scenario}/{id}/restore")
    RecordList restore(
            @PathVariable String scenario, @PathVariable String id, @RequestBody Restoring body, Caller caller) {
        records.restore(scenario, id, body.version(), caller);
        return of(scenario, id, null, null);
    }

    private SignalView view(SignalCard card) {
        return new SignalView(card, card.signal().measure().unit(), evidence.list(card.signal()));
    }
}
