package io.chengyun.platform.sensing.device;

import io.chengyun.platform.sensing.Datastream;
import org.jspecify.annotations.Nullable;

/**
 * Who sends observations (发送者), as a door recognised it.
 *
 * @param name as counters and notes name it: {@code anonymous}, {@code house}, or the device's code
 * @param thing the only thing whose streams it may write; null when it may write all
 */
public record Sender(String name, @Nullable String thing) {

    /** Somebody of whom nothing is known, where the door is open to all. */
    public static final Sender ANONYMOUS = new Sender("anonymous", null);

    /** Whoever knows the house-wide key. */
    public static final Sender HOUSE = new Sender("house", null);

    /** A single device with a credential of its own. */
    public static Sender device(String thing) {
        return new Sender(thing, thing);
    }

    public boolean mayWrite(Datastream stream) {
        return isOwn(stream.thingId());
    }

    /** Whether the thing of this code is the sender's. */
    public boolean isOwn(String code) {
        return thing == null || thing.equals(code);
    }
}
