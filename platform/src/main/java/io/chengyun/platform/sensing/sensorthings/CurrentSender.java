package io.chengyun.platform.sensing.sensorthings;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.sensing.ObservationBatch;
import io.chengyun.platform.sensing.Reject;
import io.chengyun.platform.sensing.Sensing;
import io.chengyun.platform.sensing.SensingRefusal;
import io.chengyun.platform.sensing.device.Sender;
import org.springframework.stereotype.Component;

/** Who sends the request that this thread answers (当前发送者), as the device key recognised it, and what it may write. */
@Component
class CurrentSender {

    private static final String SOURCE = "sensorthings";

    private final ThreadLocal<Sender> sender = ThreadLocal.withInitial(() -> Sender.ANONYMOUS);
    private final Sensing sensing;

    CurrentSender(Sensing sensing) {
        this.sensing = sensing;
    }

    /** Every request of the door says anew who sends it. */
    void is(Sender now) {
        sender.set(now);
    }

    /** An empty batch of what it sends: a device with a credential of its own is a source of its own. */
    ObservationBatch batch() {
        return new ObservationBatch(source());
    }

    String source() {
        var thing = sender.get().thing();
        return thing == null ? SOURCE : SOURCE + ":" + thing;
    }

    /** Rejects the rows that are not the sender's to send. */
    void weigh(ObservationBatch batch) {
        var now = sender.get();
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
        if (sender.get().thing() != null) {
            throw new Refused(SensingRefusal.NOT_A_DEVICES);
        }
    }
}
