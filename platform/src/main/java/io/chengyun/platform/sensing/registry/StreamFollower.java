package io.chengyun.platform.sensing.registry;

import io.chengyun.platform.journal.Follower;
import io.chengyun.platform.sensing.SourceEvent;
import org.springframework.stereotype.Component;

/** Hears that a device got a stream (设备跟随). */
@Component
class StreamFollower implements Follower<SourceEvent.StreamRegistered> {

    private final DeviceBoard board;

    StreamFollower(DeviceBoard board) {
        this.board = board;
    }

    @Override
    public String name() {
        return "sensing.devices";
    }

    @Override
    public Class<SourceEvent.StreamRegistered> hears() {
        return SourceEvent.StreamRegistered.class;
    }

    @Override
    public void on(long number, SourceEvent.StreamRegistered event) {
        board.add(event.now());
    }
}
