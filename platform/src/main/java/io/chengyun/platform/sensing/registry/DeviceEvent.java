package io.chengyun.platform.sensing.registry;

import io.chengyun.kernel.DomainEvent;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All that can happen to a device (设备事件). */
public sealed interface DeviceEvent extends DomainEvent {

    /** The device as it stands after the event. */
    @Override
    Device now();

    @Override
    default String subject() {
        return "device-" + now().code();
    }

    /** 投运: it was put to work. */
    record Commissioned(Device now, Instant at) implements DeviceEvent {
        @Override
        public String by() {
            return Objects.requireNonNull(now.commissioned(), "commissioned").by();
        }
    }

    /**
     * 离线: every stream of it has been silent for longer than the district allows.
     *
     * @param lastSeenAt time of its newest observation; null if nothing ever came
     */
    record WentOffline(Device now, @Nullable Instant lastSeenAt, Instant at) implements DeviceEvent {}

    /**
     * 恢复: something fresh came from it.
     *
     * @param offlineSince when it was told offline
     */
    record CameBack(Device now, Instant offlineSince, Instant at) implements DeviceEvent {}

    /**
     * 退役: it was taken out of service.
     *
     * @param by staff id
     */
    record Retired(Device now, String by, Instant at) implements DeviceEvent {}
}
