package io.chengyun.platform.sensing;

import java.time.Instant;

/** One number at one time (读数), in its stream's unit; times are whole microseconds. */
public record Reading(Instant at, double value) {}
