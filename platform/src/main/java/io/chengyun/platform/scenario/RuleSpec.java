package io.chengyun.platform.scenario;

import io.chengyun.rules.Rule;

/**
 * A rule as a scenario installs it (规则).
 *
 * @param version raised with every change of a number, so that a signal names the numbers it was made by
 * @param danger the danger it watches, one of the scenario's warning policy
 * @param property code of the observed property it weighs
 * @param rule what decides, for the property's usual interval; {@code rule.every(…)} for a stream with its own
 */
public record RuleSpec(String id, int version, String danger, String property, Rule rule) {}
