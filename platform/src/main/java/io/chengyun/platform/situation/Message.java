package io.chengyun.platform.situation;

/**
 * One event of the stream (推送消息).
 *
 * @param number the journal's number that the listener has seen everything up to, once it has this
 * @param event {@code sensors}, {@code warning}, {@code case}, {@code clock} or {@code crowd}
 * @param body JSON
 */
record Message(long number, String event, String body) {

    static final String SENSORS = "sensors";
    static final String CLOCK = "clock";
    static final String CROWD = "crowd";

    static Message of(Change change) {
        return new Message(change.number(), change.kind().event(), change.body());
    }

    /** Whether it tells of an event of the journal, and its number is that event's own. */
    boolean isChange() {
        return !event.equals(SENSORS) && !event.equals(CLOCK) && !event.equals(CROWD);
    }
}
