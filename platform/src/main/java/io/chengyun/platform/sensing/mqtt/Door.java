package io.chengyun.platform.sensing.mqtt;

import io.netty.channel.Channel;
import java.util.LinkedHashSet;
import java.util.Set;

/** All that connections share (门厅), on the door's one thread. */
final class Door {

    private final Reception reception;
    private final PublishReader.Streams streams;
    private final PublishReader reader;
    private final Subscriptions subscriptions;
    private final Sessions sessions;
    private final Set<Channel> toFlush = new LinkedHashSet<>();
    private final Gatherer gatherer;
    private int clients;

    Door(Reception reception, PublishReader.Streams streams, Subscriptions subscriptions, GathererMaker gatherer) {
        this.reception = reception;
        this.streams = streams;
        this.reader = new PublishReader(streams);
        this.subscriptions = subscriptions;
        this.sessions = new Sessions(reception.limits().clients());
        this.gatherer = gatherer.make(this::room, this::flush);
    }

    /** Makes the gatherer of this door's answers to it: there is room again; a batch was answered. */
    interface GathererMaker {
        Gatherer make(Runnable onRoom, Runnable onAnswered);
    }

    Reception reception() {
        return reception;
    }

    PublishReader.Streams streams() {
        return streams;
    }

    PublishReader reader() {
        return reader;
    }

    Subscriptions subscriptions() {
        return subscriptions;
    }

    Sessions sessions() {
        return sessions;
    }

    Gatherer gatherer() {
        return gatherer;
    }

    int clients() {
        return clients;
    }

    /** Counts a client in, if there is room. */
    boolean enter() {
        if (clients >= reception.limits().clients()) {
            return false;
        }
        clients++;
        return true;
    }

    void exit() {
        clients--;
    }

    /** Sends what was written to a client when the whole batch is answered: one system call for many answers. */
    void flushLater(Channel channel) {
        toFlush.add(channel);
    }

    private void flush() {
        toFlush.forEach(Channel::flush);
        toFlush.clear();
    }

    private void room() {
        sessions.connected().forEach(session -> {
            var connection = session.connection();
            if (connection != null) {
                connection.goOn();
            }
        });
    }
}
