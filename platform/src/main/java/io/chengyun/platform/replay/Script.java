package io.chengyun.platform.replay;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.replay.Replay.Moment;
import io.chengyun.platform.replay.ReplayOptions.In;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is to be replayed (剧本), read before the house is opened, so that what is wrong with a file is said at once.
 *
 * @param observations null when none are replayed
 * @param requests null when none are replayed
 */
record Script(
        @Nullable Timeline observations,
        ThingsFile things,
        @Nullable RequestsFile requests) {

    /** @param zone in which times of requests without an offset are meant */
    static Script read(In in, ZoneId zone) {
        var observations = in.observations();
        var requests = in.requests();
        return new Script(
                observations == null ? null : Timeline.read(observations),
                ThingsFile.read(in.things()),
                requests == null ? null : RequestsFile.read(requests, zone));
    }

    /** When it begins; malformed when there is nothing to replay. */
    Instant first() {
        return Stream.of(
                        observations == null ? null : observations.first(),
                        requests == null || requests.rows().isEmpty()
                                ? null
                                : requests.rows().get(0).times().requestedAt())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new Malformed("--requests", "holds no row that can be read"));
    }

    /** The last time that it speaks of. */
    Instant last() {
        var times = new ArrayList<Instant>();
        if (observations != null) {
            times.add(observations.last());
        }
        if (requests != null) {
            requests.rows().forEach(row -> times.add(row.times().last()));
        }
        return times.stream().max(Comparator.naturalOrder()).orElseThrow();
    }

    /** One after the other; of one time what is observed comes before what is asked. */
    static List<Moment> together(List<Moment> observed, List<Moment> asked) {
        return Stream.concat(observed.stream(), asked.stream())
                .sorted(Comparator.comparing(Moment::at))
                .toList();
    }
}
