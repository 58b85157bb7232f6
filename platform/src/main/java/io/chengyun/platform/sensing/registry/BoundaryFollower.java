package io.chengyun.platform.sensing.registry;

import io.chengyun.platform.journal.Follower;
import io.chengyun.platform.place.PlaceEvent;
import org.springframework.stereotype.Component;

/** Hears that boundaries changed, and with them in which town a device stands (区划跟随). */
@Component
class BoundaryFollower implements Follower<PlaceEvent> {

    private final DeviceBoard board;

    BoundaryFollower(DeviceBoard board) {
        this.board = board;
    }

    @Override
    public String name() {
        return "sensing.device-towns";
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
