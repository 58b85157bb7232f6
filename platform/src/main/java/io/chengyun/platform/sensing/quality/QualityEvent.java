package io.chengyun.platform.sensing.quality;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.DomainEvent;
import io.chengyun.kernel.Malformed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** All that is said of how far observations may be trusted (质量事件). */
public sealed interface QualityEvent extends DomainEvent {

    /** 标记: something is wrong with a stream's observations; told once a spell, not once an observation. */
    record Flagged(Mark now, Instant at) implements QualityEvent {
        @Override
        public String subject() {
            return "stream-" + now.stream();
        }
    }

    /** 维护开始: what the window covers is muted from now on. */
    record MaintenanceBegan(Window now, Instant at) implements QualityEvent {
        @Override
        public String by() {
            return now.by();
        }

        @Override
        public String subject() {
            return now.id();
        }
    }

    /**
     * 维护结束: what the window covered speaks again; it ended by itself, or earlier because somebody said so.
     *
     * @param by staff id of who said so; null where it ended by itself
     */
    record MaintenanceEnded(Window now, @Nullable String by, Instant at) implements QualityEvent {
        @Override
        public String subject() {
            return now.id();
        }
    }

    /**
     * A flag on the observation that began a spell (标记记录).
     *
     * @param thing code of the device
     * @param phenomenonAt the observation's time
     * @param rule what said so
     */
    record Mark(long stream, String thing, Instant phenomenonAt, Flag flag, String rule) {}

    /**
     * A time in which a device, or every device of an area, is worked on (维护窗口).
     *
     * @param device code of the device; null for an area
     * @param area a town or a comprehensive grid; null for a device
     * @param from first moment, inclusive
     * @param until exclusive
     * @param by staff id
     */
    record Window(
            String id,
            @Nullable String device,
            @Nullable AreaCode area,
            Instant from,
            Instant until,
            String reason,
            String by) {

        /** Says what is wrong with a window that somebody asks for. */
        void check() {
            if ((device == null) == (area == null)) {
                throw new Malformed("device", "name a device or an area, one of the two");
            }
            if (!from.isBefore(until)) {
                throw new Malformed("until", "must be later than from");
            }
            if (reason.isBlank()) {
                throw new Malformed("reason", "say what is done");
            }
        }

        /** Whether this moment lies in it. */
        public boolean holdsAt(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }

        Window endingAt(Instant earlier) {
            return new Window(id, device, area, from, earlier, reason, by);
        }
    }
}
