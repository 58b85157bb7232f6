package io.chengyun.rules;

/**
 * What a rule remembers of one stream (规则状态): bounded, a plain record that any JSON binding can write and read back.
 *
 * <p>Belongs to the kind of rule that made it; {@code rule.initial().getClass()} tells a store which record to read.
 */
public sealed interface RuleState permits Silence.State, Threshold.State, WindowSum.State {}
