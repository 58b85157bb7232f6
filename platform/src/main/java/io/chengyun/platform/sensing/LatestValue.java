package io.chengyun.platform.sensing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The newest reading of a stream (最新值), and whether it still says anything about now.
 *
 * @param value null when nothing came yet
 * @param at null when nothing came yet
 */
public record LatestValue(
        Datastream stream, @Nullable Double value, @Nullable Instant at, State state) {

    /** Whether the value may be taken for the present. */
    public enum State {
        OK,
        /** 未知: nothing came yet, or nothing for longer than twice the stream's interval. */
        UNKNOWN
    }
}
