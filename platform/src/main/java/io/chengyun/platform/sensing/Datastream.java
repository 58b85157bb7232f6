package io.chengyun.platform.sensing;

import io.chengyun.platform.place.Position;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A row of observations of one property by one thing (数据流).
 *
 * @param id number under which SensorThings knows it
 * @param name what people call it
 * @param thingId stable code of the thing that observes, such as {@code gauge-01}
 * @param thingName what people call that thing
 * @param property code in the district's registry, such as {@code rainfall}; {@code property_12} or {@code multi_12} of
 *     streams that the registry does not know and no rule judges
 * @param unit unit of every value in it, the registry's; what was sent where the registry does not know the property
 * @param position where the thing stands; null = nobody said: the stream is on no map, and no rule judges it
 * @param interval usual time between two observations
 */
public record Datastream(
        long id,
        String name,
        String thingId,
        String thingName,
        String property,
        String unit,
        @Nullable Position position,
        Duration interval) {}
