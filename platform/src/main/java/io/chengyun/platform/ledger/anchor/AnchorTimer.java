package io.chengyun.platform.ledger.anchor;

import io.chengyun.platform.journal.Timed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The anchor's beat (锚定节拍), apart from the log's: a chain that is slow or gone keeps nobody waiting. */
@Component
class AnchorTimer implements Timed {

    private final AnchorDesk desk;
    private final AnchorSettings settings;

    private volatile Instant nextAt = Instant.EPOCH;

    AnchorTimer(AnchorDesk desk, AnchorSettings settings) {
        this.desk = desk;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "anchor";
    }

    @Override
    public @Nullable Instant nextDueAt() {
        return settings.isOn() ? nextAt : null;
    }

    @Override
    public void fireDue() {
        nextAt = desk.run();
    }
}
