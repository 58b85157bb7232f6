package io.chengyun.rules;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One stream under its rules (研判席): its history, and what each rule remembers of it. Not for two threads at once. */
public final class Watch {

    private final Rule[] rules;
    private final RuleState[] states;
    private final boolean[] recalled;
    private final History history;

    /** Hears what is found. */
    public interface Ear {
        /**
         * @param rule which of the watch's rules speaks, from 0
         */
        void hear(int rule, Finding finding);
    }

    /** A stream that never reported, under these rules. */
    public Watch(List<? extends Rule> rules) {
        this.rules = rules.toArray(Rule[]::new);
        this.states = new RuleState[this.rules.length];
        this.recalled = new boolean[this.rules.length];
        long span = 0;
        for (int i = 0; i < states.length; i++) {
            states[i] = this.rules[i].initial();
            span = Math.max(span, Micros.of(this.rules[i].lookback()));
        }
        this.history = new History(span);
    }

    /** Lets a rule remember what it once said in {@link #words}; to be called before its history is remembered. */
    public void recall(int rule, long[] words) {
        states[rule] = rules[rule].recall(words);
        recalled[rule] = true;
    }

    /** Takes in a sample of the past: the rules that never recalled anything learn from it, and nothing is judged. */
    public void remember(long micros, double value) {
        long position = history.add(micros, value);
        if (position == History.IGNORED) {
            return;
        }
        for (int i = 0; i < rules.length; i++) {
            if (!recalled[i]) {
                rules[i].learn(states[i], history, position);
            }
        }
        history.trim();
    }

    /** Weighs a sample by every rule, in their order. One that is already held, or too old for every rule, says nothing. */
    public void on(long micros, double value, Ear ear) {
        long position = history.add(micros, value);
        if (position == History.IGNORED) {
            return;
        }
        for (int i = 0; i < rules.length; i++) {
            var finding = rules[i].on(states[i], history, position);
            if (finding != null) {
                ear.hear(i, finding);
            }
        }
        history.trim();
    }

    /** Weighs the passing of time by every rule, in their order. */
    public void onTime(Instant now, Ear ear) {
        for (int i = 0; i < rules.length; i++) {
            var finding = rules[i].onTime(states[i], now);
            if (finding != null) {
                ear.hear(i, finding);
            }
        }
    }

    /** When a rule must be asked again though nothing arrives; null when none must. */
    public @Nullable Instant dueAt() {
        Instant first = null;
        for (int i = 0; i < rules.length; i++) {
            var due = rules[i].dueAt(states[i]);
            if (due != null && (first == null || due.isBefore(first))) {
                first = due;
            }
        }
        return first;
    }

    /** What a rule must have kept to be {@link #recall}ed. */
    public long[] words(int rule) {
        return states[rule].words();
    }

    public RuleState state(int rule) {
        return states[rule];
    }

    public History history() {
        return history;
    }
}
