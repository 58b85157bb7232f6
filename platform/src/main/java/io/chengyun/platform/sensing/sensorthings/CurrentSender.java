package io.chengyun.platform.sensing.sensorthings;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.sensing.ObservationBatch;
import io.chengyun.platform.sensing.Reject;
import io.chengyun.platform.sensing.Sensing;
import io.chengyun.platform.sensing.SensingRefusal;
import io.chengyun.platform.sensing.device.HttpSenders;
import io.chengyun.platform.sensing.device.Sender;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Who sends the request that this thread answers (当前发送者), as the device key recognised it, and what it may write. */
@Component
class CurrentSender {

    private final ThreadLocal<Now> current = ThreadLocal.withInitial(() -> new Now(Sender.ANONYMOUS, "http:others"));
    private final Sensing sensing;
    private final HttpSenders senders;

    CurrentSender(Sensing sensing, HttpSenders senders) {
        this.sensing = sensing;
        this.senders = senders;
    }

    /**
     * Who it is now.
     *
     * @param source as accounts name it
     */
    private record Now(Sender sender, String source) {}

    /** Every request of the door says anew who sends it. */
    void is(Sender sender, HttpServletRequest request) {
        current.set(new Now(sender, senders.name(sender, request)));
    }

    /** An empty batch of what it sends: a device with a credential of its own is a source of its own. */
    ObservationBatch batch() {
        return new ObservationBatch(source());
    }

    String source() {
        return current.get().source();
    }

    /** Rejects the rows that are not the sender's to send. */
    void weigh(ObservationBatch batch) {
        var now = current.get().sender();
        if (now.thing() == null) {
            return;
        }
        for (int row = 0; row < batch.size(); row++) {
            var stream = sensing.findStream(batch.stream(row));
            if (stream.isPresent() && !now.mayWrite(stream.get())) {
                batch.reject(row, Reject.NOT_YOURS);
            }
        }
    }

    /** Refuses a device that wants to make another stream than those it has. */
    void mayCreateStreams() {
        if (current.get().sender().thing() != null) {
            throw new Refused(SensingRefusal.NOT_A_DEVICES);
        }
    }
}
