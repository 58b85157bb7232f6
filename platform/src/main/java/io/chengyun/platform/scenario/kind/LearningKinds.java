package io.chengyun.platform.scenario.kind;

import io.chengyun.kernel.Grade;
import io.chengyun.platform.place.ObservedProperty;
import io.chengyun.platform.scenario.file.Section;
import io.chengyun.rules.Rule;
import io.chengyun.rules.Words;
import io.chengyun.rules.learning.Baseline;
import io.chengyun.rules.learning.Company;
import io.chengyun.rules.learning.Learnt;
import io.chengyun.rules.learning.Tuning;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Kinds that know no limit, only a stream's own past (学习类规则). */
final class LearningKinds {

    private LearningKinds() {}

    static @Nullable Rule learnt(Section entry, Words words, ObservedProperty property) {
        int trees = entry.whole("trees", 1);
        int samples = entry.whole("samples", 1);
        int generation = entry.whole("generation", 1);
        int smoothing = entry.whole("smoothing", 1);
        int calm = entry.whole("calm", 1);
        double limit = entry.number("limit");
        var grade = entry.has("grade") ? entry.grade("grade") : Grade.BLUE;
        var company = company(entry.section("together"));
        return company == null
                ? null
                : entry.made(() -> new Learnt(
                        words, grade, new Tuning(trees, samples, generation, smoothing, calm, limit), company));
    }

    private static @Nullable Company company(Section together) {
        int learns = together.whole("learns", 1);
        double ahead = together.number("ahead");
        int smoothing = together.whole("smoothing", 1);
        double margin = together.number("margin");
        double back = together.number("back");
        int settles = together.whole("settles", 1);
        return together.made(() -> new Company(learns, ahead, smoothing, margin, back, settles));
    }

    static @Nullable Rule baseline(Section entry, Words words, ObservedProperty property) {
        int weeks = entry.whole("weeks", 1);
        int memory = entry.whole("memory", 1);
        double deviations = entry.number("deviations");
        double least = entry.number("least");
        var zone = zone(entry);
        var grade = entry.has("grade") ? entry.grade("grade") : Grade.BLUE;
        return entry.made(
                () -> new Baseline(words, grade, weeks, memory, deviations, least, zone, property.interval()));
    }

    private static ZoneId zone(Section entry) {
        var text = entry.text("zone");
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            entry.wrong("zone", "'" + text + "' is no known time zone; write one such as Asia/Shanghai or +08:00");
            return ZoneOffset.UTC;
        }
    }
}
