package io.chengyun.platform.sensing.quality;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.place.Placement;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.sensing.quality.QualityEvent.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is muted when (静默表), by device and by area. Immutable; any thread may ask. */
final class MutedStreams {

    static final MutedStreams NONE = new MutedStreams(List.of());

    private final Map<String, List<Window>> byDevice = new HashMap<>();
    private final List<Window> ofAreas = new ArrayList<>();

    MutedStreams(List<Window> windows) {
        for (var window : windows) {
            var device = window.device();
            if (device == null) {
                ofAreas.add(window);
            } else {
                byDevice.computeIfAbsent(device, one -> new ArrayList<>()).add(window);
            }
        }
    }

    boolean isEmpty() {
        return byDevice.isEmpty() && ofAreas.isEmpty();
    }

    /** The window that covers a device at a place and time; of several the one that ends last. */
    Optional<Window> find(
            String device, @Nullable Position at, Instant when, Function<Position, Optional<Placement>> placing) {
        var found = new ArrayList<Window>();
        byDevice.getOrDefault(device, List.of()).stream()
                .filter(window -> window.holdsAt(when))
                .forEach(found::add);
        var areas = ofAreas.stream().filter(window -> window.holdsAt(when)).toList();
        if (!areas.isEmpty() && at != null) {
            placing.apply(at)
                    .ifPresent(placement -> areas.stream()
                            .filter(window -> lies(placement, window.area()))
                            .forEach(found::add));
        }
        return found.stream().max((one, other) -> one.until().compareTo(other.until()));
    }

    private static boolean lies(Placement placement, @Nullable AreaCode area) {
        return List.of(
                        placement.district(),
                        placement.town(),
                        placement.committee(),
                        placement.grid(),
                        placement.unit())
                .contains(area);
    }
}
