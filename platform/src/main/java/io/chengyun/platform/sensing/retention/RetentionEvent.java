package io.chengyun.platform.sensing.retention;

import io.chengyun.kernel.DomainEvent;
import java.time.Instant;

/** All that can happen to what is kept (保存事件). */
public sealed interface RetentionEvent extends DomainEvent {

    /** 到期清除: a month of single observations, or a year of hours, went by the policy. */
    record PartitionDropped(DroppedPartition now, Instant at) implements RetentionEvent {
        @Override
        public String subject() {
            return now.partition();
        }
    }

    /**
     * What was dropped (清除分区).
     *
     * @param partition such as {@code observation-2023-10} or {@code hourly-2015}
     * @param from its first moment
     * @param until the first moment after it
     * @param rows how many rows it held
     * @param keptAs what still speaks of that time: {@code hourly} or {@code daily}
     */
    record DroppedPartition(String partition, Instant from, Instant until, long rows, String keptAs) {}
}
