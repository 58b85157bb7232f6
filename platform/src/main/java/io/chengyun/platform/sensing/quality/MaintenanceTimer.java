package io.chengyun.platform.sensing.quality;

import io.chengyun.platform.journal.Timed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins and ends maintenance windows by the clock (维护计时). */
@Component
class MaintenanceTimer implements Timed {

    private final Maintenance maintenance;

    MaintenanceTimer(Maintenance maintenance) {
        this.maintenance = maintenance;
    }

    @Override
    public String name() {
        return "sensing.maintenance";
    }

    @Override
    public @Nullable Instant nextDueAt() {
        return maintenance.nextDueAt();
    }

    @Override
    public void fireDue() {
        maintenance.tellDue();
    }
}
