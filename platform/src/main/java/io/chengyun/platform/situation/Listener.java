package io.chengyun.platform.situation;

import io.chengyun.platform.access.Session;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at the other end of the stream (收听者). Whoever tells puts messages in without ever waiting; the listener's own
 * thread takes them out. Who is too far behind is dropped, and fetches the picture again.
 */
final class Listener {

    private final Session session;
    private final BlockingQueue<Message> waiting;
    private volatile boolean dropped;
    private boolean knowsSensors;

    Listener(Session session, int queue) {
        this.session = session;
        this.waiting = new ArrayBlockingQueue<>(queue);
    }

    Session session() {
        return session;
    }

    /** Puts the change in line if it is for this caller. */
    void tell(Change change) {
        if (change.isFor(session.caller())) {
            tell(Message.of(change));
        }
    }

    boolean knowsSensors() {
        return knowsSensors;
    }

    /** Puts in line what the sensors say: all of them the first time, afterwards those that changed. */
    void tellSensors(@Nullable Message all, @Nullable Message changed) {
        var news = knowsSensors ? changed : all;
        if (news != null) {
            tell(news);
            knowsSensors = true;
        }
    }

    /** Puts the message in line; drops the listener when the line is full. */
    void tell(Message message) {
        if (!dropped && !waiting.offer(message)) {
            drop();
        }
    }

    /** Tells nothing more and lets the listener's thread end. */
    void drop() {
        dropped = true;
        waiting.clear();
    }

    boolean isDropped() {
        return dropped;
    }

    /** The next message; null when none came in time. */
    @Nullable
    Message take(long seconds) throws InterruptedException {
        return waiting.poll(seconds, TimeUnit.SECONDS);
    }
}
