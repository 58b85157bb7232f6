package io.chengyun.platform.sensing.registry;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.place.Position;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A thing of ours out in the city that observes (设备).
 *
 * @param code stable code, the thing's
 * @param name what people call it
 * @param position where it was commissioned; where its thing stands if nobody commissioned it
 * @param town the town it stands in; null outside the district
 * @param organisation code of the organisation that owns it
 * @param commissioned null if nobody did: then its silence is told to nobody
 */
public record Device(
        String code,
        String name,
        Make make,
        @Nullable Position position,
        @Nullable AreaCode town,
        @Nullable String organisation,
        State state,
        @Nullable Commissioning commissioned) {

    /** What it is and who made it (型号), as far as somebody said. */
    public record Make(
            @Nullable String kind,
            @Nullable String maker,
            @Nullable String model,
            @Nullable String serial) {

        static final Make UNKNOWN = new Make(null, null, null, null);
    }

    /** When it was put to work, and by whom (投运): a staff id. */
    public record Commissioning(Instant at, String by) {}

    /** Where a device is in its life (设备状态). */
    public enum State {
        /** 已投运: put to work, nothing came yet. */
        COMMISSIONED,
        /** 在用: it has observed. */
        ACTIVE,
        /** 维护中: somebody works on it. */
        MAINTENANCE,
        /** 已退役: taken out of service. */
        RETIRED
    }

    Device in(State now) {
        return now == state ? this : new Device(code, name, make, position, town, organisation, now, commissioned);
    }
}
