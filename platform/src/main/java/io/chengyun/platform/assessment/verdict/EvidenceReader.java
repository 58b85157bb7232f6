package io.chengyun.platform.assessment.verdict;

import io.chengyun.platform.assessment.Signal;
import io.chengyun.platform.scenario.Scenarios;
import io.chengyun.platform.sensing.PastObservations;
import io.chengyun.platform.sensing.StoredBatch.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the observations that made a signal (取证): those it names, and what its rule looked back on from the first. */
@Component
class EvidenceReader {

    private static final int MOST = 2_048;

    private final PastObservations past;
    private final Scenarios scenarios;

    EvidenceReader(PastObservations past, Scenarios scenarios) {
        this.past = past;
        this.scenarios = scenarios;
    }

    /** The observations as they are stored, oldest first, the newest 2,048; what was dropped meanwhile is missing. */
    List<Reading> list(Signal signal) {
        var first =
                signal.evidence().isEmpty() ? signal.at() : signal.evidence().get(0);
        return past.list(signal.source().stream(), first.minus(lookback(signal)), last(signal), MOST);
    }

    private static Instant last(Signal signal) {
        var evidence = signal.evidence();
        return evidence.isEmpty() ? signal.at() : evidence.get(evidence.size() - 1);
    }

    /** Of the rule as it is now; a microsecond where it looks on the newest value alone, or is no more. */
    private Duration lookback(Signal signal) {
        var rule = signal.origin().rule();
        var looked = scenarios.find(signal.origin().scenario()).stream()
                .flatMap(scenario -> Stream.concat(
                        scenario.rules().stream()
                                .filter(spec -> spec.id().equals(rule))
                                .map(spec -> spec.rule().lookback()),
                        scenario.groups().stream()
                                .filter(spec -> spec.id().equals(rule))
                                .map(spec -> spec.rule().reach())))
                .findFirst()
                .orElse(Duration.ZERO);
        return looked.isZero() ? Duration.ofNanos(1_000) : looked;
    }
}
