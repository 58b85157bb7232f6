package io.chengyun.platform.sensing.mqtt;

import io.chengyun.platform.sensing.mqtt.intake.Gatherer;
import io.chengyun.platform.sensing.mqtt.intake.PublishReader;
import io.netty.channel.Channel;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

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
    private boolean wrongNoted;

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

    /** Notes a wrong credential, but only one a minute: whoever tries many may not fill the journal. */
    void wrongCredential() {
        if (!wrongNoted) {
            wrongNoted = true;
            reception.turnedAway("unknown", "wrong-credential");
        }
    }

    /** Sends everybody away whose session is so. */
    void sendAway(Predicate<Sessions.Key> who, String reason) {
        sessions.connections(who).forEach(connection -> connection.sendAway(reason));
    }

    /** A minute has passed. */
    void newMinute() {
        wrongNoted = false;
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
