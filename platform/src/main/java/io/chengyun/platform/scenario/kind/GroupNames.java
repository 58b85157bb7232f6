package io.chengyun.platform.scenario.kind;

import io.chengyun.platform.place.ObservedProperties;
import io.chengyun.platform.place.ObservedProperty;
import io.chengyun.platform.scenario.file.Section;
import io.chengyun.rules.Words;
import io.chengyun.rules.group.Report;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a rule over several streams may speak of (可引用名称): the district's properties, and the rules of the same file
 * that weigh one stream.
 *
 * @param rules words of these rules, by id
 */
public record GroupNames(ObservedProperties properties, Map<String, Words> rules) {

    public GroupNames {
        rules = Map.copyOf(rules);
    }

    /** What an entry weighs: a property's values, or what a rule says. */
    record Topic(
            String code,
            @Nullable ObservedProperty property,
            @Nullable Words rule) {}

    Set<String> topics() {
        return Stream.concat(codes().stream(), rules.keySet().stream().map(Report::signal))
                .collect(Collectors.toSet());
    }

    private List<String> codes() {
        return properties.list().stream().map(ObservedProperty::code).toList();
    }

    /** Reads {@code property:} or {@code signal:}; null, and a problem, if neither is known. */
    @Nullable
    Topic topic(Section entry) {
        if (entry.has("signal") == entry.has("property")) {
            entry.wrong("signal", "needs exactly one of property, signal");
            return null;
        }
        if (entry.has("property")) {
            var property = properties.find(entry.oneOf("property", codes())).orElse(null);
            return property == null ? null : new Topic(property.code(), property, null);
        }
        var id = entry.oneOf("signal", rules.keySet().stream().sorted().toList());
        var words = rules.get(id);
        return words == null ? null : new Topic(Report.signal(id), null, words);
    }

    /** Words of a rule that weighs one property. */
    static @Nullable Words words(Section entry, Topic topic) {
        var words = entry.section("words");
        var name = words.text("name");
        var nameEn = words.text("nameEn");
        var property = topic.property();
        var unit = property == null ? "级" : words.text("unit");
        words.noOthers();
        return words.made(() -> new Words(name, nameEn, unit, property == null ? "grade" : property.unit()));
    }

    /** Words of a rule that has no unit, because it weighs many things. */
    static @Nullable Words words(Section entry) {
        var words = entry.section("words");
        var name = words.text("name");
        var nameEn = words.text("nameEn");
        words.noOthers();
        return words.made(() -> new Words(name, nameEn, "级", "grade"));
    }
}
