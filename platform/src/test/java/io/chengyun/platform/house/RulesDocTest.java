package io.chengyun.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.place.ObservedProperties;
import io.chengyun.platform.scenario.RuleDraft;
import io.chengyun.platform.scenario.file.Node;
import io.chengyun.platform.scenario.file.Problems;
import io.chengyun.platform.scenario.kind.Defaults;
import io.chengyun.platform.scenario.kind.RuleKind;
import io.chengyun.platform.scenario.kind.RuleKinds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/reference/rules.md: every kind of rule, its keys, when it is silent, what it remembers and where it is from. */
class RulesDocTest {

    /** Entries of kinds that cannot run with their defaults alone; the others are shown without a word. */
    private static final Map<String, String> EXAMPLES = Map.of(
            "threshold",
            "grades:\n  - { grade: YELLOW, over: 15, minimum: PT10M }\n  - { grade: RED, atLeast: 25, clear: 20 }\n",
            "windowSum",
            "window: PT1H\ngrades: [{ grade: BLUE, over: 35 }]\n",
            "window",
            "aggregate: quantile\nq: 0.95\nwindow: PT24H\ngrades: [{ grade: YELLOW, atLeast: 75 }]\n",
            "rate",
            "span: PT1H\ngrades: [{ grade: ORANGE, atLeast: 0.5 }]\n",
            "silence",
            "intervals: 3\n");
    /** What a key means wherever it stands. */
    private static final Map<String, String> SHARED = Map.of(
            "grades", "limits, mild to grave: `grade`, one of `over atLeast under atMost`, `clear`, `minimum`",
            "grade", "grade of what it says",
            "together", "how several columns are learnt as one: `learns smoothing margin back settles`");

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Set<String> EVERYWHERE = Set.of("kind", "property", "words");

    @Test
    void pageShowsEveryKind() {
        var text = new StringBuilder("# Rules 研判规则\n\n"
                + "One stream each. Every rule also has `id`, `version`, `danger` or `flag`, `property` and `words`; see\n"
                + "[write a scenario](../guide/write-a-scenario.md) and [add a rule](../guide/add-a-rule.md). Defaults are those\n"
                + "published in `defaults.yml`; durations are ISO 8601. Kinds:\n"
                + RuleKinds.names().stream().map(name -> "`" + name + "`").collect(Collectors.joining(" "))
                + ".\n");
        RuleKinds.list().forEach(kind -> text.append(section(kind)));
        Page.check("docs/reference/rules.md", getClass(), text.toString());
    }

    @Test
    void everyKindSaysWhenItIsSilentWhatItRemembersAndWhereItIsFrom() {
        assertThat(RuleKinds.list())
                .allSatisfy(kind -> assertThat(described(kind.rule()).body())
                        .as("Javadoc of " + kind.rule().getSimpleName())
                        .contains("Silent", "State: ", "Source: "));
    }

    @Test
    void everyKeyIsDescribed() {
        assertThat(RuleKinds.list())
                .allSatisfy(kind -> assertThat(keys(kind))
                        .as("@param of " + kind.rule().getSimpleName())
                        .allSatisfy(
                                key -> assertThat(meaning(kind, key)).as(key).isNotBlank()));
    }

    private static String section(RuleKind kind) {
        var example = "kind: " + kind.name() + "\n" + EXAMPLES.getOrDefault(kind.name(), "");
        var draft = RuleDraft.read("example", example, ObservedProperties.of(Repository.path("districts/minhang")));
        var rule = draft.every(FIVE_MINUTES).orElse(draft);
        var described = described(kind.rule());
        var defaults = Defaults.of(kind.name());
        var rows = keys(kind).stream()
                .map(key -> "| `" + key + "` | " + defaults.getOrDefault(key, key.equals("grade") ? "BLUE" : "none")
                        + " | " + Page.cell(meaning(kind, key)) + " |\n")
                .collect(Collectors.joining());
        return "\n## " + kind.name() + "\n\n" + described.first() + "\n\n> " + rule.sentence() + "\n>\n> "
                + rule.sentenceEn() + "\n\n```yaml\n" + example + "```\n\n"
                + "| key | default | meaning |\n|---|---|---|\n" + rows + "\n"
                + described.body().strip() + "\n";
    }

    /** Keys of the example and of the defaults. */
    private static List<String> keys(RuleKind kind) {
        var keys = new ArrayList<String>();
        var node = Node.read("example", EXAMPLES.getOrDefault(kind.name(), "{}"), new Problems());
        if (node != null && node.fields() != null) {
            keys.addAll(new TreeMap<>(node.fields()).keySet());
        }
        Defaults.of(kind.name()).keySet().stream()
                .filter(key -> !keys.contains(key))
                .forEach(keys::add);
        boolean grades = keys.contains("grades") || kind.name().equals("silence");
        if (!grades) {
            keys.add("grade");
        }
        keys.removeAll(EVERYWHERE);
        return keys;
    }

    private static String meaning(RuleKind kind, String key) {
        var said = new LinkedHashMap<String, String>();
        for (var component : kind.rule().getRecordComponents()) {
            var type = component.getType();
            if (type.isRecord() && type.getName().startsWith("io.chengyun.rules.")) {
                described(type).parameters().forEach(said::putIfAbsent);
            }
        }
        said.putAll(described(kind.rule()).parameters());
        return SHARED.getOrDefault(key, said.getOrDefault(key, ""));
    }

    private static DocComments.Type described(Class<?> type) {
        var file = "rules/src/main/java/" + type.getName().replace('.', '/') + ".java";
        return DocComments.types(Repository.source(Repository.path(file))).get(0);
    }
}
