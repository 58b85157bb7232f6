package io.chengyun.platform.assessment;

import io.chengyun.platform.sensing.Datastream;
import io.chengyun.rules.RuleState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One stream under its rules, and what these remember of it as of the last commit (数据流研判). Guarded by {@link Watches}. */
final class StreamWatch {

    private final Datastream stream;
    private final List<AppliedRule> rules;
    private RuleState[] states;
    private @Nullable Weighing open;

    /**
     * @param states one for each rule, in the rules' order; now the watch's own
     */
    StreamWatch(Datastream stream, List<AppliedRule> rules, RuleState[] states) {
        this.stream = stream;
        this.rules = rules;
        this.states = states;
    }

    Datastream stream() {
        return stream;
    }

    List<AppliedRule> rules() {
        return rules;
    }

    RuleState[] copyOfStates() {
        return states.clone();
    }

    /** The weighing that is going on in the present transaction. */
    @Nullable
    Weighing open() {
        return open;
    }

    void begin(Weighing weighing) {
        open = weighing;
    }

    /** Ends the weighing; what it found is remembered only if it was committed. */
    void end(Weighing weighing, boolean committed) {
        open = null;
        if (committed) {
            states = weighing.states();
        }
    }

    /** When one of its rules must be asked again without a sample; null when none must. */
    @Nullable
    Instant dueAt() {
        Instant dueAt = null;
        for (int i = 0; i < states.length; i++) {
            var due = rules.get(i).rule().dueAt(states[i]);
            if (due != null && (dueAt == null || due.isBefore(dueAt))) {
                dueAt = due;
            }
        }
        return dueAt;
    }
}
