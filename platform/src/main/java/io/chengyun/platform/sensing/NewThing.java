package io.chengyun.platform.sensing;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.place.Position;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device to be registered (设备登记) with the streams it sends.
 *
 * @param code stable code, such as {@code gauge-01}; registering it again adds only what is new
 * @param name what people call it
 */
public record NewThing(String code, String name, Position position, List<NewStream> streams) {

    public NewThing {
        if (code.isBlank()) {
            throw new Malformed("thing", "must not be empty");
        }
        streams = List.copyOf(streams);
    }

    /**
     * A stream of the thing.
     *
     * @param property code in the district's registry
     * @param unit unit of the values; null = the registry's; any other than the registry's is refused
     * @param interval usual time between two observations; null = the registry's
     */
    public record NewStream(
            String property,
            @Nullable String unit,
            @Nullable Duration interval) {

        /** A stream as the registry describes it. */
        public static NewStream of(String property) {
            return new NewStream(property, null, null);
        }
    }
}
