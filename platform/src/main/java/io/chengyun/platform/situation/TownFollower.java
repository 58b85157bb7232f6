package io.chengyun.platform.situation;

import io.chengyun.platform.journal.Follower;
import io.chengyun.platform.place.PlaceEvent;
import org.springframework.stereotype.Component;

/** Hears that boundaries changed, and with them in which town a sensor stands (感知点区划跟随). */
@Component
class TownFollower implements Follower<PlaceEvent> {

    private final SensorBoard board;

    TownFollower(SensorBoard board) {
        this.board = board;
    }

    @Override
    public String name() {
        return "situation.towns";
    }

    @Override
    public Class<PlaceEvent> hears() {
        return PlaceEvent.class;
    }

    @Override
    public void on(long number, PlaceEvent event) {
        board.forget();
    }
}
