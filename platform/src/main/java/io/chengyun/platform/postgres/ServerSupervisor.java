package io.chengyun.platform.postgres;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks after the embedded server while the house runs. */
final class ServerSupervisor implements AutoCloseable {

    private static final int LOOK_SECONDS = 2;

    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "postgres-supervisor");
        thread.setDaemon(true);
        return thread;
    });

    ServerSupervisor(EmbeddedServer server) {
        // reviveIfGone answers for its own faults, so the schedule never ends by itself
        var unused = watch.scheduleWithFixedDelay(server::reviveIfGone, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
