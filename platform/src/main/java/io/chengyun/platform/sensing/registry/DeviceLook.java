package io.chengyun.platform.sensing.registry;

import io.chengyun.platform.place.Places;
import io.chengyun.platform.sensing.quality.Maintenance;
import io.chengyun.platform.sensing.quality.QualityEvent.Window;
import io.chengyun.platform.sensing.quality.QualityPolicy;
import io.chengyun.platform.sensing.registry.Device.State;
import io.chengyun.platform.sensing.registry.DeviceBoard.Known;
import io.chengyun.platform.sensing.registry.HealthRules.Health;
import io.chengyun.platform.sensing.registry.HealthRules.Seen;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a device stands at this moment (设备现状): what the registry, its streams and maintenance say together. */
@Component
class DeviceLook {

    private final DeviceBoard board;
    private final Maintenance maintenance;
    private final QualityPolicy.Book policies;
    private final Places places;
    private final Clock clock;

    DeviceLook(DeviceBoard board, Maintenance maintenance, QualityPolicy.Book policies, Places places, Clock clock) {
        this.board = board;
        this.maintenance = maintenance;
        this.policies = policies;
        this.places = places;
        this.clock = clock;
    }

    /** Its state and health, and when it was last seen. */
    record Standing(Device device, Health health, @Nullable Instant lastSeenAt) {}

    /** The device in the state it is in now. */
    Device standing(Known known) {
        return standing(known, board.seen(known), clock.instant());
    }

    private Device standing(Known known, List<Seen> seen, Instant now) {
        if (known.isRetired()) {
            return known.device();
        }
        if (window(known, now).isPresent()) {
            return known.device().in(State.MAINTENANCE);
        }
        boolean spoke = known.device().commissioned() == null || seen.stream().anyMatch(one -> one.at() != null);
        return known.device().in(spoke ? State.ACTIVE : State.COMMISSIONED);
    }

    Standing look(Known known) {
        var now = clock.instant();
        var seen = board.seen(known);
        return new Standing(
                standing(known, seen, now),
                HealthRules.weigh(seen, known.since(), policy(), now),
                HealthRules.lastSeenAt(seen).orElse(null));
    }

    /** When it will be offline if nothing comes. */
    Optional<Instant> offlineAt(Known known) {
        return HealthRules.offlineAt(board.seen(known), known.since(), policy());
    }

    /** When this stream of it counts as silent. */
    boolean isSilent(Seen seen, Known known) {
        return !clock.instant().isBefore(HealthRules.silentFrom(seen, known.since(), policy()));
    }

    /** Whether an observation of this time says that the device speaks now. */
    boolean isFresh(Seen seen) {
        return clock.instant().isBefore(HealthRules.silentFrom(seen, null, policy()));
    }

    Optional<Window> window(Known known, Instant at) {
        return maintenance.isIdle()
                ? Optional.empty()
                : maintenance.find(known.device().code(), known.device().position(), at);
    }

    /** The maintenance it is in now. */
    Optional<Window> window(Known known) {
        return window(known, clock.instant());
    }

    private QualityPolicy.Offline policy() {
        return policies.on(places.today()).offline();
    }
}
