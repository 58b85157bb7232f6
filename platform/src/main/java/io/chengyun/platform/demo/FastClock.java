package io.chengyun.platform.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;

/** A clock that starts in the past, runs faster than time until it has caught up, and then is the real one. */
final class FastClock extends Clock {

    private final InstantSource real;
    private final ZoneId zone;
    private final Instant startedAt;
    private final Instant from;
    private final int speed;

    /**
     * @param behind how far in the past it starts
     * @param speed how many of its seconds pass in a real one
     */
    FastClock(InstantSource real, ZoneId zone, Duration behind, int speed) {
        this(real, zone, real.instant(), real.instant().minus(behind), speed);
    }

    private FastClock(InstantSource real, ZoneId zone, Instant startedAt, Instant from, int speed) {
        this.real = real;
        this.zone = zone;
        this.startedAt = startedAt;
        this.from = from;
        this.speed = speed;
    }

    Instant startedFrom() {
        return from;
    }

    @Override
    public Instant instant() {
        Instant now = real.instant();
        Instant hurried = from.plus(Duration.between(startedAt, now).multipliedBy(speed));
        return hurried.isBefore(now) ? hurried : now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new FastClock(real, other, startedAt, from, speed);
    }
}
