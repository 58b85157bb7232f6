package io.chengyun.platform.scenario;

import io.chengyun.platform.place.ObservedProperties;
import io.chengyun.platform.place.ObservedProperty;
import io.chengyun.platform.scenario.RuleSpec.Floor;
import io.chengyun.platform.scenario.file.Section;
import io.chengyun.platform.scenario.kind.Defaults;
import io.chengyun.platform.scenario.kind.GroupKinds;
import io.chengyun.platform.scenario.kind.GroupNames;
import io.chengyun.platform.scenario.kind.RuleKind;
import io.chengyun.platform.scenario.kind.RuleKinds;
import io.chengyun.rules.Flag;
import io.chengyun.rules.Rule;
import io.chengyun.rules.Words;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code rules.yml} (规则文件): which values are beyond the limit, and for how long. */
final class RulesFile {

    private final ObservedProperties properties;
    private final Set<String> dangers;
    private final @Nullable Floor floor;
    private final Set<String> ids = new HashSet<>();

    /**
     * @param floor of rules that say nothing of one; null for none
     */
    RulesFile(ObservedProperties properties, Set<String> dangers, @Nullable Floor floor) {
        this.floor = floor;
        this.properties = properties;
        this.dangers = dangers;
    }

    /** What a file holds (规则文件内容). */
    record Content(List<RuleSpec> rules, List<GroupSpec> groups) {}

    /** Rules over several streams may name those over one, wherever they stand. */
    Content read(Section file) {
        var entries = file.sections("rules");
        var rules = entries.stream()
                .filter(entry -> !entry.has("over"))
                .map(this::rule)
                .filter(Objects::nonNull)
                .toList();
        var words = new HashMap<String, Words>();
        rules.forEach(spec -> words.put(spec.id(), spec.rule().words()));
        // a wrong rule is a problem of its own, and not one of those that name it
        ids.forEach(id -> words.putIfAbsent(id, new Words(id, id, "级", "grade")));
        var names = new GroupNames(properties, words);
        var groups = entries.stream()
                .filter(entry -> entry.has("over"))
                .map(entry -> group(entry, names))
                .filter(Objects::nonNull)
                .toList();
        file.noOthers();
        return new Content(rules, groups);
    }

    /** Whether there are rules and none of them warns: such a package needs no word on warnings, cases and duties. */
    static boolean onlyFlags(Section file) {
        return file.has("rules") && file.sections("rules").stream().allMatch(entry -> entry.has("flag"));
    }

    /** The precision that an entry asks for; null if it says nothing. */
    static @Nullable Floor floor(Section entry) {
        if (!entry.has("floor")) {
            return null;
        }
        var floor = entry.section("floor");
        double precision = floor.number("precision");
        int atLeast = floor.whole("atLeast", 1);
        floor.noOthers();
        return Double.isNaN(precision) ? null : floor.made(() -> new Floor(precision, atLeast));
    }

    /** Reads one entry; null, and problems, if it is wrong. */
    @Nullable
    RuleSpec rule(Section written) {
        var entry = Defaults.fill(written.has("kind") ? written.text("kind") : "", written);
        var id = id(entry);
        int version = entry.whole("version", 1);
        boolean flags = entry.has("flag");
        var flag = flags ? flag(entry) : null;
        var danger = flags ? null : entry.oneOf("danger", dangers);
        var codes = properties.list().stream().map(ObservedProperty::code).toList();
        var property = properties.find(entry.oneOf("property", codes)).orElse(null);
        var own = floor(entry);
        var rule = made(entry, property);
        return rule == null || property == null
                ? null
                : new RuleSpec(id, version, danger, flag, property.code(), rule, own == null ? floor : own);
    }

    /** Reads one entry of a rule over several streams, which may name rules that are known; null, and problems, if it is wrong. */
    @Nullable
    GroupSpec group(Section written, List<RuleSpec> known) {
        var words = new HashMap<String, Words>();
        known.forEach(spec -> words.put(spec.id(), spec.rule().words()));
        return group(written, new GroupNames(properties, words));
    }

    private @Nullable GroupSpec group(Section written, GroupNames names) {
        var entry = Defaults.fill(written.has("kind") ? written.text("kind") : "", written);
        var id = id(entry);
        int version = entry.whole("version", 1);
        boolean flags = entry.has("flag");
        var flag = flags ? flag(entry) : null;
        var danger = flags ? null : entry.oneOf("danger", dangers);
        var own = floor(entry);
        var over = GroupEntry.over(entry);
        var rule = GroupEntry.rule(entry, over, names);
        return rule == null ? null : new GroupSpec(id, version, danger, flag, over, rule, own == null ? floor : own);
    }

    private String id(Section entry) {
        var id = entry.text("id", "[a-z0-9][a-z0-9-]*", "use lower-case letters, digits and hyphens");
        if (!ids.add(id)) {
            entry.wrong("id", "rule '" + id + "' stands here twice; give each its own id");
        }
        return id;
    }

    private static Flag flag(Section entry) {
        if (entry.has("danger")) {
            entry.text("danger");
            entry.wrong("flag", "a rule warns of a danger or flags observations, not both; make two rules of it");
        }
        var said =
                entry.oneOf("flag", Arrays.stream(Flag.values()).map(Flag::key).toList());
        return Arrays.stream(Flag.values())
                .filter(flag -> flag.key().equals(said))
                .findFirst()
                .orElse(Flag.RANGE);
    }

    static @Nullable Rule made(Section entry, @Nullable ObservedProperty property) {
        if (entry.has("kind") && GroupKinds.find(entry.text("kind")).isPresent()) {
            entry.wrong("kind", "'" + entry.text("kind") + "' weighs several streams together; say which: over: town");
            return null;
        }
        var kind = RuleKinds.find(entry.oneOf("kind", RuleKinds.names())).orElse(null);
        var words = words(entry.section("words"), property);
        return kind == null || words == null || property == null ? null : made(kind, entry, words, property);
    }

    private static @Nullable Rule made(RuleKind kind, Section entry, Words words, ObservedProperty property) {
        var rule = kind.reader().read(entry, words, property);
        if (rule != null) {
            entry.noOthers();
        }
        return rule;
    }

    private static @Nullable Words words(Section words, @Nullable ObservedProperty property) {
        var name = words.text("name");
        var nameEn = words.text("nameEn");
        var unit = words.text("unit");
        words.noOthers();
        return property == null ? null : words.made(() -> new Words(name, nameEn, unit, property.unit()));
    }
}
