package io.chengyun.rules;

import org.jspecify.annotations.Nullable;

/**
 * One step of a rule (判定一步): what it remembers now, and what it has to say, if anything.
 *
 * @param state the same object as before when nothing was learnt
 * @param finding null when there is nothing new to say
 */
public record Step(RuleState state, @Nullable Finding finding) {

    static Step silent(RuleState state) {
        return new Step(state, null);
    }
}
