package io.chengyun.platform.sensing.mqtt;

import io.chengyun.platform.sensing.device.Sender;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The sessions of all clients (会话簿), those that are away included, as many as clients are allowed.
 *
 * <p>A client id is the sender's own: another sender with the same one has another session, so that nobody takes over
 * what is not theirs.
 */
final class Sessions {

    private final int most;
    private final Map<Key, Session> connected = new HashMap<>();
    private final Map<Key, Session> away = new LinkedHashMap<>();

    /** Whose session it is. */
    record Key(Sender sender, String clientId) {}

    /** A session, and whether it was there before. */
    record Opened(Session session, boolean known) {}

    Sessions(int most) {
        this.most = most;
    }

    /** Opens the client's session, anew if it begins clean; whoever was connected with it is sent away. */
    Opened open(Key key, boolean clean, MqttConnection connection) {
        var standing = connected.remove(key);
        if (standing == null) {
            standing = away.remove(key);
        } else if (standing.connection() != null) {
            standing.connection().takenOver();
        }
        boolean known = standing != null && !clean;
        var session = known && standing != null ? standing : new Session();
        session.connect(connection);
        connected.put(key, session);
        return new Opened(session, known);
    }

    /** A connection ended; its session stays if the client asked for that and no other connection has it by now. */
    void close(Key key, MqttConnection ended, boolean keep) {
        var session = connected.get(key);
        if (session == null || session.connection() != ended) {
            return;
        }
        connected.remove(key);
        session.connect(null);
        if (keep) {
            away.put(key, session);
            Iterator<Key> oldest = away.keySet().iterator();
            while (away.size() > most) {
                oldest.next();
                oldest.remove();
            }
        }
    }

    /** The connections of these clients. */
    List<MqttConnection> connections(Predicate<Key> who) {
        return connected.entrySet().stream()
                .filter(entry -> who.test(entry.getKey()))
                .flatMap(entry -> Stream.ofNullable(entry.getValue().connection()))
                .toList();
    }

    /** Bytes that were written to clients and not yet read by them. */
    long unread() {
        return connections(key -> true).stream()
                .mapToLong(MqttConnection::unread)
                .sum();
    }

    Collection<Session> connected() {
        return connected.values();
    }
}
