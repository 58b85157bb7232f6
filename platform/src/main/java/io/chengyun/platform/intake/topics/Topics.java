package io.chengyun.platform.intake.topics;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.intake.topics.TopicStore.Newest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Front door of topics (热点): what many ask about of late. Made when asked for, and kept until somebody asks for something new. */
@Service
public class Topics {

    private final TopicStore store;
    private final Clock clock;
    private final List<TopicPolicy> policies;
    private final Map<String, Made> made = new ConcurrentHashMap<>();

    Topics(TopicStore store, Clock clock, @Value("${chengyun.place.district:districts/minhang}") String district) {
        this.store = store;
        this.clock = clock;
        this.policies = TopicPolicy.read(Path.of(district));
    }

    private record Made(LocalDate on, Newest newest, List<Topic> topics) {}

    /**
     * The topics that are or were hot, and those that may become so, the hottest first.
     *
     * @param town only what is asked for there; null for the whole district
     */
    public List<Topic> list(@Nullable AreaCode town) {
        var zone = clock.getZone();
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var newest = store.newest();
        var key = town == null ? "" : town.value();
        return Objects.requireNonNull(made.compute(
                        key,
                        (any, before) -> before != null
                                        && before.on().equals(today)
                                        && before.newest().equals(newest)
                                ? before
                                : new Made(today, newest, make(today, town, zone))))
                .topics();
    }

    private List<Topic> make(LocalDate today, @Nullable AreaCode town, ZoneId zone) {
        var policy = TopicPolicy.on(policies, today);
        var since = today.minus(policy.memory()).atStartOfDay(zone).toInstant();
        return new TopicRules(policy).group(store.listSince(since, town == null ? null : town.value(), zone));
    }
}
