package io.chengyun.platform.evaluation;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Access;
import io.chengyun.platform.access.Caller;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Front door of evaluation (评价): the 四早 latencies of one case and of many. As old as the journal's last entry heard. */
@Service
public class Evaluation {

    private final MomentStore store;
    private final Access access;

    Evaluation(MomentStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    /** The latencies of a case; empty if evaluation has not heard of it. */
    public Optional<Latencies> findLatencies(String caseId) {
        return store.find(caseId).map(Latencies::of);
    }

    /** The figures of all cases that a warning filed, in this town or in all. */
    public LatencyFigures figures(@Nullable AreaCode town) {
        return LatencyFigures.of(store.list(town).stream().map(Latencies::of).toList());
    }

    /** The latencies of a case that the caller may see; another town's is absent, and the try is noted. */
    Latencies get(String caseId, Caller caller) {
        var town = store.findTown(caseId).orElseThrow(() -> new Refused(EvaluationRefusal.ABSENT));
        if (!caller.mayEnter(town)) {
            access.denied(caller, "read", caseId);
            throw new Refused(EvaluationRefusal.ABSENT);
        }
        return findLatencies(caseId).orElseThrow(() -> new Refused(EvaluationRefusal.ABSENT));
    }
}
