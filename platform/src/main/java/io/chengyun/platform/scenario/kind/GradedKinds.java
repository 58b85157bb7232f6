package io.chengyun.platform.scenario.kind;

import io.chengyun.platform.place.ObservedProperty;
import io.chengyun.platform.scenario.file.Section;
import io.chengyun.rules.Rate;
import io.chengyun.rules.Rule;
import io.chengyun.rules.Threshold;
import io.chengyun.rules.Words;
import io.chengyun.rules.window.Aggregate;
import io.chengyun.rules.window.Window;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Kinds that hold a value against a ladder of limits (分级类规则). */
final class GradedKinds {

    private GradedKinds() {}

    static @Nullable Rule threshold(Section entry, Words words, ObservedProperty property) {
        var limits = Ladder.read(entry, property.min(), property.max());
        return limits == null ? null : entry.made(() -> new Threshold(words, limits, property.interval()));
    }

    static @Nullable Rule windowSum(Section entry, Words words, ObservedProperty property) {
        var window = entry.duration("window");
        var limits = Ladder.read(entry, 0, Double.MAX_VALUE);
        return limits == null ? null : entry.made(() -> Window.sum(words, limits, window, property.interval()));
    }

    static @Nullable Rule window(Section entry, Words words, ObservedProperty property) {
        var keys = Arrays.stream(Aggregate.values()).map(Aggregate::key).toList();
        var aggregate = Aggregate.find(entry.oneOf("aggregate", keys)).orElse(Aggregate.MEAN);
        double q = entry.number("q");
        var window = entry.duration("window");
        double share = entry.number("share");
        var limits = Ladder.read(entry, -Double.MAX_VALUE, Double.MAX_VALUE);
        return limits == null
                ? null
                : entry.made(() -> new Window(words, limits, aggregate, q, window, share, property.interval()));
    }

    static @Nullable Rule rate(Section entry, Words words, ObservedProperty property) {
        var span = entry.duration("span");
        var limits = Ladder.read(entry, -Double.MAX_VALUE, Double.MAX_VALUE);
        return limits == null ? null : entry.made(() -> new Rate(words, limits, span, property.interval()));
    }
}
