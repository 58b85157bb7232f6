package io.chengyun.platform.sensing.lane;

import java.time.Instant;

/**
 * What one sender brought at once (待入库件).
 *
 * @param at when it came
 * @param turn before which it is not written, because its source is beyond its rate
 */
public record Parcel<T>(String source, int rows, Instant at, Instant turn, T content) {}
