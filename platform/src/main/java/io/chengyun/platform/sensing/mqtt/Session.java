package io.chengyun.platform.sensing.mqtt;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the house remembers of a client beyond one connection (会话): its subscriptions and the steps of QoS 2. */
final class Session {

    private final Set<Integer> underWay = new HashSet<>();
    private final Set<Integer> stored = new HashSet<>();
    private final Map<String, Wish> wanted = new LinkedHashMap<>();
    private @Nullable MqttConnection connection;

    /** What the client subscribed to, and whether it acknowledges what it hears. */
    record Wish(Wanted wanted, boolean acknowledged) {}

    /** What is to be done with a message of QoS 2. */
    enum Step {
        TAKE,
        /** Sent again while the first is not yet committed: its answer will come. */
        WAIT,
        /** Sent again after it was committed: answered, and not stored a second time. */
        ANSWER
    }

    Step begin(int packet) {
        if (stored.contains(packet)) {
            return Step.ANSWER;
        }
        return underWay.add(packet) ? Step.TAKE : Step.WAIT;
    }

    /** The message is committed, or rejected for good. */
    void committed(int packet, boolean finished) {
        underWay.remove(packet);
        if (!finished) {
            stored.add(packet);
        }
    }

    /** The message could not be stored and will be sent again. */
    void forget(int packet) {
        underWay.remove(packet);
    }

    /** The client knows that it was stored: its number is free again. */
    void release(int packet) {
        stored.remove(packet);
    }

    Map<String, Wish> wanted() {
        return wanted;
    }

    @Nullable
    MqttConnection connection() {
        return connection;
    }

    /** Null when the client is away. */
    void connect(@Nullable MqttConnection now) {
        connection = now;
    }
}
