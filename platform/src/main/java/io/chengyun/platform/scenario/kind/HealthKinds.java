package io.chengyun.platform.scenario.kind;

import io.chengyun.platform.place.ObservedProperty;
import io.chengyun.platform.scenario.file.Section;
import io.chengyun.rules.Rule;
import io.chengyun.rules.Silence;
import io.chengyun.rules.Words;
import org.jspecify.annotations.Nullable;

/** Kinds that watch whether a device can be believed (设备健康类规则). */
final class HealthKinds {

    private HealthKinds() {}

    static @Nullable Rule silence(Section entry, Words words, ObservedProperty property) {
        int intervals = entry.whole("intervals", 1);
        return entry.made(() -> new Silence(words, intervals, property.interval()));
    }
}
