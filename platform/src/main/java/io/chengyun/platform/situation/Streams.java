package io.chengyun.platform.situation;

import io.chengyun.platform.access.Access;
import io.chengyun.platform.access.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.task.SimpleAsyncTaskExecutorBuilder;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Service;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Opens the stream (推送) to listeners, each with a thread of its own; a virtual one where there are such. */
@Service
class Streams {

    private static final long NO_TIMEOUT = 0;

    private final StreamWriter.Sources sources;
    private final AsyncTaskExecutor threads;
    private final SituationSettings settings;

    Streams(
            Broadcast broadcast,
            PictureStore store,
            Access access,
            SimpleAsyncTaskExecutorBuilder threads,
            SituationSettings settings) {
        this.sources = new StreamWriter.Sources(broadcast, store, access);
        this.threads = threads.threadNamePrefix("stream-").build();
        this.settings = settings;
    }

    /**
     * A stream of what changes from now on.
     *
     * @param after the number of the journal from which to tell first what was missed; null for from now on
     */
    SseEmitter open(Session session, @Nullable Long after) {
        var listener = new Listener(session, settings.queue());
        var emitter = new SseEmitter(NO_TIMEOUT);
        emitter.onCompletion(listener::drop);
        emitter.onError(gone -> listener.drop());
        sources.broadcast().join(listener);
        threads.execute(new StreamWriter(listener, emitter, after, sources));
        return emitter;
    }
}
