package io.chengyun.platform.sensing.mqtt;

/** How long the door waits for a client that takes nothing of what waits for it (耐心), counted in ticks of the door. */
final class Patience {

    private final long ticks;
    private long waited;
    private long takenBefore;

    Patience(long ticks) {
        this.ticks = ticks;
    }

    /**
     * Whether it is at an end; to be asked once a tick.
     *
     * @param waits whether anything waits for the client
     * @param taken how much the client has taken so far
     */
    boolean ends(boolean waits, long taken) {
        if (!waits || taken != takenBefore) {
            waited = 0;
            takenBefore = taken;
            return false;
        }
        waited++;
        return waited >= ticks;
    }
}
