package io.chengyun.platform.situation;

import io.chengyun.platform.access.Access;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Writes the stream to one listener (推送), on a thread of its own, until either end closes. */
final class StreamWriter implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(StreamWriter.class);
    private static final long WAIT_SECONDS = 1;

    private final Listener listener;
    private final SseEmitter emitter;
    private final @Nullable Long after;
    private final Sources sources;
    private long resumed;

    /** What a stream is fed from, and who may hear it. */
    record Sources(Broadcast broadcast, PictureStore store, Access access) {}

    StreamWriter(Listener listener, SseEmitter emitter, @Nullable Long after, Sources sources) {
        this.listener = listener;
        this.emitter = emitter;
        this.after = after;
        this.sources = sources;
    }

    @Override
    public void run() {
        try {
            if (after != null) {
                resume(after);
            }
            speak();
        } catch (IOException | IllegalStateException theyLeft) {
            log.debug("a listener left the stream: {}", theyLeft.getMessage());
        } catch (DataAccessException databaseGone) {
            log.warn("a stream ends, for nobody can say whether its session stands", databaseGone);
        } catch (InterruptedException houseEnds) {
            Thread.currentThread().interrupt();
        } finally {
            sources.broadcast().leave(listener);
            complete();
        }
    }

    /** Ends the answer, unless the server ended it when it found nobody at the other end. */
    private void complete() {
        try {
            emitter.complete();
        } catch (IllegalStateException ended) {
            log.debug("the server ended the stream first: {}", ended.getMessage());
        }
    }

    /** Tells what changed since the listener was last here, each thing as it stands now. */
    private void resume(long number) throws IOException {
        for (var change : sources.store().listAfter(number)) {
            resumed = change.number();
            if (change.isFor(listener.session().caller())) {
                send(Message.of(change));
            }
        }
    }

    private void speak() throws IOException, InterruptedException {
        while (!listener.isDropped()) {
            var message = listener.take(WAIT_SECONDS);
            if (message == null || wasResumed(message)) {
                continue;
            }
            // Whoever took all that was sent before is still there.
            if (message.event().equals(Message.CLOCK) && !sources.access().listens(listener.session())) {
                return;
            }
            send(message);
        }
    }

    private boolean wasResumed(Message message) {
        return message.isChange() && message.number() <= resumed;
    }

    private void send(Message message) throws IOException {
        emitter.send(SseEmitter.event()
                .id(Long.toString(message.number()))
                .name(message.event())
                .data(message.body(), MediaType.APPLICATION_JSON));
    }
}
