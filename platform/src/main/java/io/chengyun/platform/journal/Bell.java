package io.chengyun.platform.journal;

import org.springframework.stereotype.Component;

/** Rung after a commit that put something into the inbox. */
@Component
class Bell {

    private volatile Runnable listener = () -> {};

    void onRing(Runnable wake) {
        listener = wake;
    }

    void ring() {
        listener.run();
    }
}
