package io.chengyun.platform.sensing.registry;

import io.chengyun.platform.sensing.quality.QualityPolicy.Offline;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides whether a device still speaks (在线判定). Values in, verdicts out: no clock, store or framework. */
final class HealthRules {

    private HealthRules() {}

    /** Whether it speaks (健康). */
    enum Health {
        /** 在线: every stream spoke in time. */
        ONLINE,
        /** 部分失联: some streams are silent, not all. */
        PARTIAL,
        /** 离线: all of them are silent. */
        OFFLINE,
        /** 未上报: nothing ever came. */
        NEVER
    }

    /** A stream's usual interval, and when it was last seen. */
    record Seen(Duration interval, @Nullable Instant at) {}

    /** From when on a stream counts as silent; a stream that never spoke counts from {@code since}. */
    static Instant silentFrom(Seen seen, @Nullable Instant since, Offline policy) {
        var at = seen.at() == null ? since : seen.at();
        return at == null ? Instant.MIN : at.plus(policy.patience(seen.interval()));
    }

    /** When all streams will be silent if nothing comes; empty for a device without streams. */
    static Optional<Instant> offlineAt(List<Seen> streams, @Nullable Instant since, Offline policy) {
        return streams.stream().map(seen -> silentFrom(seen, since, policy)).max(Comparator.naturalOrder());
    }

    /** How it is now. */
    static Health weigh(List<Seen> streams, @Nullable Instant since, Offline policy, Instant now) {
        boolean never = streams.stream().allMatch(seen -> seen.at() == null);
        var offlineAt = offlineAt(streams, since, policy);
        if (never && (since == null || offlineAt.isEmpty() || now.isBefore(offlineAt.get()))) {
            return Health.NEVER;
        }
        long silent = streams.stream()
                .filter(seen -> !now.isBefore(silentFrom(seen, since, policy)))
                .count();
        return silent == 0 ? Health.ONLINE : silent < streams.size() ? Health.PARTIAL : Health.OFFLINE;
    }

    /** When it last said anything. */
    static Optional<Instant> lastSeenAt(List<Seen> streams) {
        return streams.stream().map(Seen::at).filter(at -> at != null).max(Comparator.naturalOrder());
    }
}
