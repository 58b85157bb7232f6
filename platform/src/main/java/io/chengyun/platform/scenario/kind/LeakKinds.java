package io.chengyun.platform.scenario.kind;

import io.chengyun.kernel.Grade;
import io.chengyun.platform.place.ObservedProperty;
import io.chengyun.platform.scenario.file.Section;
import io.chengyun.rules.Rule;
import io.chengyun.rules.Words;
import io.chengyun.rules.leak.NightFlow;
import io.chengyun.rules.leak.NightHours;
import io.chengyun.rules.leak.Vigilance;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Kinds that watch a water network (漏损类规则). */
final class LeakKinds {

    private LeakKinds() {}

    static @Nullable Rule nightFlow(Section entry, Words words, ObservedProperty property) {
        var zone = read(entry, "zone", "a zone such as Asia/Shanghai", ZoneId::of);
        var from = read(entry, "from", "a time of day such as \"01:00\"", LocalTime::parse);
        var until = read(entry, "until", "a time of day such as \"05:00\"", LocalTime::parse);
        double slack = entry.number("slack");
        double decision = entry.number("decision");
        double least = entry.number("least");
        int learns = entry.whole("learns", 1);
        int settles = entry.whole("settles", 1);
        var grade = entry.has("grade") ? entry.grade("grade") : Grade.BLUE;
        if (zone == null || from == null || until == null) {
            return null;
        }
        return entry.made(() -> new NightFlow(
                words,
                grade,
                new NightHours(zone, from, until),
                new Vigilance(slack, decision, least, learns, settles),
                property.interval()));
    }

    private static <T> @Nullable T read(Section entry, String key, String form, Function<String, T> reader) {
        var text = entry.text(key);
        try {
            return reader.apply(text);
        } catch (DateTimeException wrong) {
            entry.wrong(key, "'" + text + "' is not " + form);
            return null;
        }
    }
}
