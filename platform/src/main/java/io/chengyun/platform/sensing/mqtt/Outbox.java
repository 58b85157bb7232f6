package io.chengyun.platform.sensing.mqtt;

import io.netty.channel.Channel;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What waits for one subscriber (发件箱): of each topic and stream only the newest, and of all no more than allowed. So a
 * client that does not read costs a bounded amount of memory and nobody else's time.
 */
final class Outbox {

    private static final int LARGEST_PACKET = 65_535;

    private final Channel channel;
    private final Answers answers;
    private final int most;
    private final int window;
    private final Map<Key, Waiting> waiting = new LinkedHashMap<>();
    private final Set<Integer> unacknowledged = new HashSet<>();
    private int lastPacket;
    private long dropped;
    private long sent;

    private record Key(String topic, long stream) {}

    /** A message that waits. */
    record Waiting(String topic, byte[] text, boolean acknowledged, boolean retained) {}

    /**
     * @param most topics for which a message may wait
     * @param window messages that the client takes before it acknowledges
     */
    Outbox(Channel channel, Answers answers, int most, int window) {
        this.channel = channel;
        this.answers = answers;
        this.most = most;
        this.window = window;
    }

    /** Puts a message in the place of the one that waited for the same topic and stream. */
    void put(long stream, Waiting message) {
        waiting.put(new Key(message.topic(), stream), message);
        if (waiting.size() > most) {
            Iterator<Key> oldest = waiting.keySet().iterator();
            oldest.next();
            oldest.remove();
            dropped++;
        }
    }

    /** Sends what the client can take now. */
    void send() {
        Iterator<Waiting> next = waiting.values().iterator();
        boolean any = false;
        while (next.hasNext() && channel.isWritable() && unacknowledged.size() < window) {
            var message = next.next();
            next.remove();
            int packet = message.acknowledged() ? nextPacket() : 0;
            channel.write(
                    answers.news(message.topic(), message.text(), new Answers.Delivery(packet, message.retained())));
            any = true;
            sent++;
        }
        if (any) {
            channel.flush();
        }
    }

    private int nextPacket() {
        do {
            lastPacket = lastPacket % LARGEST_PACKET + 1;
        } while (!unacknowledged.add(lastPacket));
        return lastPacket;
    }

    void acknowledged(int packet) {
        if (unacknowledged.remove(packet)) {
            send();
        }
    }

    /** Whether messages wait that the client does not take. */
    boolean stalled() {
        return !waiting.isEmpty();
    }

    int waiting() {
        return waiting.size();
    }

    /** Messages that went out. */
    long sent() {
        return sent;
    }

    /** Messages that the client never took in time. */
    long dropped() {
        return dropped;
    }
}
