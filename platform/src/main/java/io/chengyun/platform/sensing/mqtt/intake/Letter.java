package io.chengyun.platform.sensing.mqtt.intake;

import io.netty.handler.codec.mqtt.MqttQoS;

/**
 * A message on its way into the house (来件) and where its answer goes.
 *
 * @param packet the sender's number for it, by which it is acknowledged
 * @param firstRow where its rows begin in the batch, counted from 0
 */
public record Letter(Correspondent from, int packet, MqttQoS qos, int firstRow, int rows) {

    /** Somebody who sends letters and waits for their answers; called on the door's thread. */
    public interface Correspondent {

        /** The letter's rows were weighed, and the good ones are committed. */
        void answer(Letter letter, Verdict verdict);

        /** The house could not store it: it is not acknowledged, and the sender is to send it again. */
        void giveUp(Letter letter);
    }
}
