package io.chengyun.platform.scenario.kind;

import io.chengyun.platform.scenario.file.Section;
import io.chengyun.rules.Comparison;
import io.chengyun.rules.Limit;
import io.chengyun.rules.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the {@code grades:} of an entry (分级限值). */
final class Ladder {

    private Ladder() {}

    /** The ladder, whose limits must lie between these; null when something in it is wrong, which is told then. */
    static @Nullable Limits read(Section entry, double least, double greatest) {
        var sections = entry.sections("grades");
        var ladder = sections.stream()
                .map(section -> limit(section, least, greatest))
                .filter(Objects::nonNull)
                .toList();
        return ladder.size() < sections.size() || ladder.isEmpty() ? null : entry.made(() -> new Limits(ladder));
    }

    private static @Nullable Limit limit(Section limit, double least, double greatest) {
        var grade = limit.grade("grade");
        var beyond = comparison(limit);
        if (beyond == null) {
            return null;
        }
        double value = limit.number(beyond.key());
        if (value < least || value > greatest) {
            limit.wrong(
                    beyond.key(),
                    "limit " + value + " lies outside what is believable, " + least + " to " + greatest
                            + "; see the district's properties.yml");
        }
        double clear = limit.has("clear") ? limit.number("clear") : value;
        var minimum = limit.has("minimum") ? limit.duration("minimum") : Duration.ZERO;
        limit.noOthers();
        boolean isNumber = !Double.isNaN(value) && !Double.isNaN(clear);
        return isNumber ? limit.made(() -> new Limit(grade, beyond, value, clear, minimum)) : null;
    }

    static @Nullable Comparison comparison(Section limit) {
        var said = new ArrayList<Comparison>();
        for (var known : Comparison.values()) {
            if (limit.has(known.key())) {
                said.add(known);
            }
        }
        if (said.size() != 1) {
            limit.wrong("grade", "a grade needs exactly one of over, atLeast, under, atMost");
            return null;
        }
        return said.get(0);
    }
}
