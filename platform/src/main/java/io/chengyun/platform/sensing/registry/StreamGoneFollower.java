package io.chengyun.platform.sensing.registry;

import io.chengyun.platform.journal.Follower;
import io.chengyun.platform.sensing.SourceEvent;
import org.springframework.stereotype.Component;

/** Hears that a device lost a stream (设备数据流移除). */
@Component
class StreamGoneFollower implements Follower<SourceEvent.StreamRemoved> {

    private final DeviceBoard board;

    StreamGoneFollower(DeviceBoard board) {
        this.board = board;
    }

    @Override
    public String name() {
        return "sensing.devices-gone";
    }

    @Override
    public Class<SourceEvent.StreamRemoved> hears() {
        return SourceEvent.StreamRemoved.class;
    }

    @Override
    public void on(long number, SourceEvent.StreamRemoved event) {
        board.remove(event.now());
    }
}
