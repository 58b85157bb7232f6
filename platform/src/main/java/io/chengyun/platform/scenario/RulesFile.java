package io.chengyun.platform.scenario;

import io.chengyun.platform.place.ObservedProperties;
import io.chengyun.platform.place.ObservedProperty;
import io.chengyun.rules.Comparison;
import io.chengyun.rules.Limit;
import io.chengyun.rules.Limits;
import io.chengyun.rules.Rule;
import io.chengyun.rules.Silence;
import io.chengyun.rules.Threshold;
import io.chengyun.rules.WindowSum;
import io.chengyun.rules.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code rules.yml} (规则文件): which values are beyond the limit, and for how long. */
final class RulesFile {

    private static final List<String> KINDS = List.of("threshold", "windowSum", "silence");

    private final ObservedProperties properties;
    private final Set<String> dangers;
    private final Set<String> ids = new HashSet<>();

    RulesFile(ObservedProperties properties, Set<String> dangers) {
        this.properties = properties;
        this.dangers = dangers;
    }

    List<RuleSpec> read(Section file) {
        var rules = file.sections("rules").stream()
                .map(this::rule)
                .filter(Objects::nonNull)
                .toList();
        file.noOthers();
        return rules;
    }

    private @Nullable RuleSpec rule(Section rule) {
        var id = rule.text("id", "[a-z0-9][a-z0-9-]*", "use lower-case letters, digits and hyphens");
        if (!ids.add(id)) {
            rule.wrong("id", "rule '" + id + "' stands here twice; give each its own id");
        }
        int version = rule.whole("version", 1);
        var danger = rule.oneOf("danger", dangers);
        var codes = properties.list().stream().map(ObservedProperty::code).toList();
        var property = properties.find(rule.oneOf("property", codes)).orElse(null);
        var kind = rule.oneOf("kind", KINDS);
        var words = words(rule.section("words"), property);
        var made = words == null || property == null ? null : made(kind, rule, words, property);
        if (made != null) {
            rule.noOthers();
        }
        return made == null || property == null ? null : new RuleSpec(id, version, danger, property.code(), made);
    }

    private static @Nullable Words words(Section words, @Nullable ObservedProperty property) {
        var name = words.text("name");
        var nameEn = words.text("nameEn");
        var unit = words.text("unit");
        words.noOthers();
        return property == null ? null : words.made(() -> new Words(name, nameEn, unit, property.unit()));
    }

    private static @Nullable Rule made(String kind, Section rule, Words words, ObservedProperty property) {
        if (kind.equals("silence")) {
            int intervals = rule.whole("intervals", 1);
            return rule.made(() -> new Silence(words, intervals, property.interval()));
        }
        if (kind.equals("windowSum")) {
            var window = rule.duration("window");
            var limits = limits(rule, 0, Double.MAX_VALUE);
            return limits == null ? null : rule.made(() -> new WindowSum(words, limits, window, property.interval()));
        }
        var limits = limits(rule, property.min(), property.max());
        return limits == null ? null : rule.made(() -> new Threshold(words, limits, property.interval()));
    }

    private static @Nullable Limits limits(Section rule, double least, double greatest) {
        var sections = rule.sections("grades");
        var ladder = sections.stream()
                .map(section -> limit(section, least, greatest))
                .filter(Objects::nonNull)
                .toList();
        return ladder.size() < sections.size() || ladder.isEmpty() ? null : rule.made(() -> new Limits(ladder));
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

    private static @Nullable Comparison comparison(Section limit) {
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
