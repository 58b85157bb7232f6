package io.chengyun.platform.casework.dial;

import io.chengyun.platform.casework.clock.Pace;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case's two clocks as they are drawn (时钟盘面).
 *
 * @param now the house's time
 * @param business from intake to close
 * @param holder whoever has the case now; null while nobody does
 */
public record Face(Instant now, Dial business, @Nullable Dial holder) {

    /**
     * One clock (时钟).
     *
     * @param allowedSeconds at its pace, extensions included
     * @param pausedAt since when it stands; null while it runs
     * @param sessions when time counted or will count, from the start to the deadline or now, whichever is later; cut off after
     *     three months
     * @param pauses when it stood, the oldest first
     */
    public record Dial(
            Pace pace,
            Instant startedAt,
            Instant dueAt,
            long allowedSeconds,
            @Nullable Instant pausedAt,
            List<Span> sessions,
            List<Pause> pauses) {

        public Dial {
            sessions = List.copyOf(sessions);
            pauses = List.copyOf(pauses);
        }
    }

    /** From one moment to another (时段). */
    public record Span(Instant from, Instant to) {}

    /**
     * Why a clock stood (暂停).
     *
     * @param to null while it still stands
     * @param reason the event that stopped it, such as {@code casework.Suspended}
     * @param note what was said to it
     */
    public record Pause(
            Instant from,
            @Nullable Instant to,
            String reason,
            @Nullable String note) {}
}
