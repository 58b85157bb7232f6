package io.chengyun.platform.scenario;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.place.ObservedProperties;
import io.chengyun.platform.place.ObservedProperty;
import io.chengyun.platform.scenario.file.Node;
import io.chengyun.platform.scenario.file.Problems;
import io.chengyun.platform.scenario.file.Section;
import io.chengyun.platform.scenario.kind.Defaults;
import io.chengyun.rules.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rule outside of any package (规则草案), for tools that try it: no id, danger, property or words are asked of it. */
public final class RuleDraft {

    private static final ObservedProperty ANY = new ObservedProperty(
            "value", "数值", "Value", "units", -Double.MAX_VALUE, Double.MAX_VALUE, Duration.ofNanos(1_000));
    private static final String WORDS = "words: { name: 数值, nameEn: value, unit: 单位 }";

    private RuleDraft() {}

    /**
     * The rule that an entry of a rule file describes; refuses with everything that is wrong with it.
     *
     * @param label how problems name the text
     * @param text YAML, such as {@code kind: stuck}
     */
    public static Rule read(String label, String text, ObservedProperties properties) {
        var problems = new Problems();
        var node = Node.read(label, text, problems);
        var rule = node == null ? null : rule(Section.of(label, node, problems), properties);
        if (rule == null || problems.count() > 0) {
            throw new Refused(ScenarioRefusal.PACKAGE_WRONG, problems.list());
        }
        return rule;
    }

    /**
     * The rules over several streams of a rule file; refuses with everything that is wrong with the file.
     *
     * @param dangers of which its rules may warn
     */
    public static List<GroupSpec> readGroups(
            String label, String text, ObservedProperties properties, Set<String> dangers) {
        var problems = new Problems();
        var file = Section.of(label, Node.read(label, text, problems), problems);
        var read = new RulesFile(properties, dangers, null).read(file);
        if (problems.count() > 0) {
            throw new Refused(ScenarioRefusal.PACKAGE_WRONG, problems.list());
        }
        return read.groups();
    }

    private static @Nullable Rule rule(Section written, ObservedProperties properties) {
        var kind = written.has("kind") ? written.text("kind") : "";
        var entry = Defaults.fill(kind, written).or(words());
        for (var unneeded : new String[] {"id", "version", "danger", "flag"}) {
            if (entry.has(unneeded)) {
                entry.text(unneeded);
            }
        }
        if (!entry.has("property")) {
            return RulesFile.made(entry, ANY);
        }
        var codes = properties.list().stream().map(ObservedProperty::code).toList();
        return RulesFile.made(
                entry, properties.find(entry.oneOf("property", codes)).orElse(null));
    }

    private static Map<String, Node> words() {
        var node = Node.read("words", WORDS, new Problems());
        return node == null || node.fields() == null ? Map.of() : node.fields();
    }
}
