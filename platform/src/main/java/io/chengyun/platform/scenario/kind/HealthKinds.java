package io.chengyun.platform.scenario.kind;

import io.chengyun.kernel.Grade;
import io.chengyun.platform.place.ObservedProperty;
import io.chengyun.platform.scenario.file.Section;
import io.chengyun.rules.Rule;
import io.chengyun.rules.Silence;
import io.chengyun.rules.Spike;
import io.chengyun.rules.Stuck;
import io.chengyun.rules.Words;
import org.jspecify.annotations.Nullable;

/** Kinds that watch whether a device can be believed (设备健康类规则). */
final class HealthKinds {

    private HealthKinds() {}

    static @Nullable Rule silence(Section entry, Words words, ObservedProperty property) {
        int intervals = entry.whole("intervals", 1);
        return entry.made(() -> new Silence(words, intervals, property.interval()));
    }

    static @Nullable Rule stuck(Section entry, Words words, ObservedProperty property) {
        int samples = entry.whole("samples", 3);
        double tolerance = entry.number("tolerance");
        var exempt = entry.textsOrNone("exempt").stream()
                .map(text -> number(entry, text))
                .toList();
        var grade = grade(entry);
        return entry.made(() -> new Stuck(words, samples, tolerance, exempt, grade, property.interval()));
    }

    static @Nullable Rule spike(Section entry, Words words, ObservedProperty property) {
        int samples = entry.whole("samples", 6);
        double deviations = entry.number("deviations");
        double least = entry.number("least");
        int within = entry.whole("within", 1);
        var grade = grade(entry);
        return entry.made(() -> new Spike(words, samples, deviations, least, within, grade, property.interval()));
    }

    private static Grade grade(Section entry) {
        return entry.has("grade") ? entry.grade("grade") : Grade.BLUE;
    }

    private static double number(Section entry, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            entry.wrong("exempt", "'" + text + "' among 'exempt' is no number; write numbers");
            return Double.NaN;
        }
    }
}
