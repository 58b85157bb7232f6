package io.chengyun.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.place.ObservedProperties;
import io.chengyun.platform.scenario.GroupSpec;
import io.chengyun.platform.scenario.RuleDraft;
import io.chengyun.platform.scenario.file.Node;
import io.chengyun.platform.scenario.file.Problems;
import io.chengyun.platform.scenario.kind.Defaults;
import io.chengyun.platform.scenario.kind.GroupKind;
import io.chengyun.platform.scenario.kind.GroupKinds;
import io.chengyun.platform.scenario.kind.RuleKind;
import io.chengyun.platform.scenario.kind.RuleKinds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    /** Of each kind over several streams the rule of the sample scenarios that shows it. */
    private static final Map<String, Shown> SHOWN = Map.of(
            "kOfN", new Shown("flood", "river-many"),
            "sequence", new Shown("flood", "rain-then-water"),
            "composite", new Shown("flood", "rain-on-high-river"),
            "neighbours", new Shown("devices", "temperature-drift"));
    /** What a key means wherever it stands. */
    private static final Map<String, String> SHARED = Map.of(
            "grades", "limits, mild to grave: `grade`, one of `over atLeast under atMost`, `clear`, `minimum`",
            "grade", "grade of what it says",
            "over", "which streams: of one `town`, `grid` or `thing`, or `{ radius: METRES }` around each",
            "property", "code of what is weighed",
            "together", "how several columns are learnt as one: `learns ahead smoothing margin back settles`");

    private static final Pattern DANGER = Pattern.compile("danger: ([a-z-]+)");
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Set<String> EVERYWHERE = Set.of("kind", "property", "words");
    private static final Set<String> OF_EVERY_GROUP = Set.of("id", "version", "danger", "flag", "kind", "words");

    /** A rule of a sample scenario. */
    private record Shown(String scenario, String id) {}

    @Test
    void pageShowsEveryKind() {
        var text = new StringBuilder("# Rules 研判规则\n\n"
                + "One stream each. Every rule also has `id`, `version`, `danger` or `flag`, `property` and `words`; see\n"
                + "[write a scenario](../guide/write-a-scenario.md) and [add a rule](../guide/add-a-rule.md). Defaults are those\n"
                + "published in `defaults.yml`; durations are ISO 8601. Kinds:\n"
                + RuleKinds.names().stream().map(name -> "`" + name + "`").collect(Collectors.joining(" "))
                + ".\n");
        RuleKinds.list().forEach(kind -> text.append(section(kind)));
        text.append("\n# Over several streams 群体规则\n\n"
                + "Streams that share a town, a grid or a thing, or stand around one another, are judged together. The examples are\n"
                + "rules of the sample scenarios. Kinds:\n"
                + GroupKinds.names().stream().map(name -> "`" + name + "`").collect(Collectors.joining(" "))
                + ".\n");
        GroupKinds.list().forEach(kind -> text.append(section(kind)));
        Page.check("docs/reference/rules.md", getClass(), text.toString());
    }

    @Test
    void everyKindSaysWhenItIsSilentWhatItRemembersAndWhereItIsFrom() {
        assertThat(Stream.concat(
                        RuleKinds.list().stream().map(RuleKind::rule),
                        GroupKinds.list().stream().map(GroupKind::rule)))
                .allSatisfy(rule -> assertThat(described(rule).body())
                        .as("Javadoc of " + rule.getSimpleName())
                        .contains("Silent", "State: ", "Source: "));
    }

    @Test
    void everyKeyIsDescribed() {
        assertThat(RuleKinds.list())
                .allSatisfy(kind -> assertThat(keys(kind))
                        .as("@param of " + kind.rule().getSimpleName())
                        .allSatisfy(key ->
                                assertThat(meaning(kind.rule(), key)).as(key).isNotBlank()));
        assertThat(GroupKinds.list())
                .allSatisfy(kind -> assertThat(keys(kind))
                        .as("@param of " + kind.rule().getSimpleName())
                        .allSatisfy(key ->
                                assertThat(meaning(kind.rule(), key)).as(key).isNotBlank()));
    }

    private static String section(RuleKind kind) {
        var example = "kind: " + kind.name() + "\n" + EXAMPLES.getOrDefault(kind.name(), "");
        var draft = RuleDraft.read("example", example, ObservedProperties.of(Repository.path("districts/minhang")));
        var rule = draft.every(FIVE_MINUTES).orElse(draft);
        var defaults = Defaults.of(kind.name());
        var rows = keys(kind).stream()
                .map(key -> row(
                        key,
                        defaults.getOrDefault(key, key.equals("grade") ? "BLUE" : "none"),
                        meaning(kind.rule(), key)))
                .toList();
        return section(kind.name(), kind.rule(), said(rule.sentence(), rule.sentenceEn()), example, rows);
    }

    private static String section(GroupKind kind) {
        var rule = spec(kind).rule();
        var defaults = new TreeMap<>(Defaults.of(kind.name()));
        defaults.putIfAbsent("clear", "`tolerance`");
        var rows = keys(kind).stream()
                .map(key -> row(key, defaults.getOrDefault(key, "none"), meaning(kind.rule(), key)))
                .toList();
        return section(kind.name(), kind.rule(), said(rule.sentence(), rule.sentenceEn()), entry(kind), rows);
    }

    private static String row(String key, String standard, String meaning) {
        return "| `" + key + "` | " + standard + " | " + Page.cell(meaning) + " |\n";
    }

    private static String said(String sentence, String sentenceEn) {
        return "> " + sentence + "\n>\n> " + sentenceEn + "\n";
    }

    private static String section(String name, Class<?> rule, String said, String example, List<String> rows) {
        var described = described(rule);
        return "\n## " + name + "\n\n" + described.first() + "\n\n" + said + "\n```yaml\n" + example + "```\n\n"
                + "| key | default | meaning |\n|---|---|---|\n" + String.join("", rows) + "\n"
                + described.body().strip() + "\n";
    }

    /** The rule that shows the kind, as the reader of scenarios makes it. */
    private static GroupSpec spec(GroupKind kind) {
        var shown = shown(kind);
        var text = rules(shown);
        var dangers =
                DANGER.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
        return RuleDraft.readGroups(
                        shown.scenario(), text, ObservedProperties.of(Repository.path("districts/minhang")), dangers)
                .stream()
                .filter(spec -> spec.id().equals(shown.id()))
                .findFirst()
                .orElseThrow();
    }

    private static Shown shown(GroupKind kind) {
        return Objects.requireNonNull(SHOWN.get(kind.name()), kind.name());
    }

    private static String rules(Shown shown) {
        return Repository.text(Repository.path("scenarios/" + shown.scenario() + "/rules.yml"));
    }

    /** Its entry as the scenario's file has it. */
    private static String entry(GroupKind kind) {
        var shown = shown(kind);
        return rules(shown)
                .lines()
                .dropWhile(line -> !line.equals("  - id: " + shown.id()))
                .takeWhile(line -> line.equals("  - id: " + shown.id()) || line.startsWith("    "))
                .map(line -> line.substring(2) + "\n")
                .collect(Collectors.joining());
    }

    private static List<String> keys(GroupKind kind) {
        var node = Objects.requireNonNull(Node.read("example", entry(kind), new Problems()));
        var keys = new TreeSet<>(Objects.requireNonNull(
                        Objects.requireNonNull(node.items()).get(0).fields())
                .keySet());
        keys.removeAll(OF_EVERY_GROUP);
        return List.copyOf(keys);
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

    private static String meaning(Class<?> rule, String key) {
        var said = new LinkedHashMap<String, String>();
        for (var component : rule.getRecordComponents()) {
            var type = component.getType();
            if (type.isRecord() && type.getName().startsWith("io.chengyun.rules.")) {
                described(type).parameters().forEach(said::putIfAbsent);
            }
        }
        said.putAll(described(rule).parameters());
        return SHARED.getOrDefault(key, said.getOrDefault(key, ""));
    }

    private static DocComments.Type described(Class<?> type) {
        var file = "rules/src/main/java/" + type.getName().replace('.', '/') + ".java";
        return DocComments.types(Repository.source(Repository.path(file))).get(0);
    }
}
