package io.chengyun.rules;

import java.time.Instant;

/**
 * One believable value of a stream (样本).
 *
 * @param at when it was observed, not when it arrived
 * @param value in the unit of the rule's words; never NaN or infinite, the door rejects those
 */
public record Sample(Instant at, double value) {}
