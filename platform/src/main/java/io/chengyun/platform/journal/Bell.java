package io.chengyun.platform.journal;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Rung after a commit that put something into the inbox. */
@Component
class Bell {

    private final AtomicLong rings = new AtomicLong();
    private volatile Runnable listener = () -> {};

    void onRing(Runnable wake) {
        listener = wake;
    }

    void ring() {
        rings.incrementAndGet();
        listener.run();
    }

    /** How often it was rung in this process. */
    long rings() {
        return rings.get();
    }
}
