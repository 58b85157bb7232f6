package io.chengyun.platform.replay;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that goes only where it is put, and never back (虚拟时钟). */
final class VirtualClock extends Clock {

    private final ZoneId zone;
    private final AtomicReference<Instant> now;

    VirtualClock(Instant start, ZoneId zone) {
        this(zone, new AtomicReference<>(start));
    }

    private VirtualClock(ZoneId zone, AtomicReference<Instant> now) {
        this.zone = zone;
        this.now = now;
    }

    void advanceTo(Instant later) {
        now.accumulateAndGet(later, (before, after) -> after.isAfter(before) ? after : before);
    }

    @Override
    public Instant instant() {
        var here = now.get();
        if (here == null) {
            throw new IllegalStateException("the clock was never set");
        }
        return here;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new VirtualClock(other, now);
    }
}
