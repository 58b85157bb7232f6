package io.chengyun.rules;

/**
 * What a rule remembers of one stream beside its {@link History} (规则状态): small, bounded, and changed in place.
 *
 * <p>Belongs to the rule that made it and to one stream. Whoever must undo what a rule learnt forgets the state and
 * makes it anew from the words that were kept and the history since.
 */
public interface RuleState {

    /** What must be kept to make it anew by {@link Rule#recall}; doubles as their bits. */
    long[] words();
}
