package io.chengyun.platform.situation;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.access.Caller;
import java.time.Instant;

/**
 * Something on the map as it stands after an event (态势变化).
 *
 * @param number the event's number in the journal
 * @param town the town it belongs to
 * @param ended whether it is over: lifted, closed
 * @param body the thing's JSON, as the stream sends it
 */
record Change(long number, Kind kind, String id, AreaCode town, boolean ended, Instant at, String body) {

    /** What kind of thing; the stream's event names. */
    enum Kind {
        /** 预警: everybody sees every town's, for danger does not stop at a border. */
        WARNING("warning"),
        /** 案件: seen by those who may enter its town. */
        CASE("case");

        private final String event;

        Kind(String event) {
            this.event = event;
        }

        String event() {
            return event;
        }
    }

    boolean isFor(Caller caller) {
        return kind == Kind.WARNING || caller.mayEnter(town);
    }
}
