package io.chengyun.platform.scenario;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.place.ObservedProperties;
import io.chengyun.platform.scenario.WarningPolicy.Danger;
import io.chengyun.platform.scenario.file.Node;
import io.chengyun.platform.scenario.file.Problems;
import io.chengyun.platform.scenario.file.Section;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads rules that somebody wrote in the console (规则稿), as strictly as those of a folder. */
@Component
public class RulesReader {

    private static final String OVER = "over";

    private final ObservedProperties properties;

    RulesReader(ObservedProperties properties) {
        this.properties = properties;
    }

    /**
     * The folder's scenario with the rules of this text; refuses with all problems, each with its line.
     *
     * @param known what once was in force: a rule whose id and version return with other content is a problem
     */
    public Scenario revised(Scenario folder, int version, String text, Collection<Scenario> known) {
        var label = folder.id() + "/rules.yml";
        var problems = new Problems();
        var node = Node.read(label, text, problems);
        var rules = file(folder).read(Section.of(label, node, problems));
        var wrong = new ArrayList<>(problems.list());
        var before = known.stream().flatMap(RulesReader::versions).toList();
        versions(rules.rules(), rules.groups()).forEach(rule -> {
            var where = label + ":" + line(text, rule.id());
            wrong.addAll(withoutPolicy(folder, rule.danger(), where));
            if (before.stream().anyMatch(old -> old.isOtherThan(rule))) {
                wrong.add(where + ": rule '" + rule.id() + "' version " + rule.version()
                        + " was in force with other content; raise its version");
            }
        });
        refuse(wrong);
        return folder.revised(version, rules, digest(folder.about().digest(), text));
    }

    /** A version of a rule and what it is. */
    private record Version(String id, int version, @Nullable String danger, Object content) {

        boolean isOtherThan(Version now) {
            return id.equals(now.id) && version == now.version && !content.equals(now.content);
        }
    }

    private static Stream<Version> versions(Scenario scenario) {
        return versions(scenario.rules(), scenario.groups());
    }

    private static Stream<Version> versions(List<RuleSpec> rules, List<GroupSpec> groups) {
        return Stream.concat(
                rules.stream().map(rule -> new Version(rule.id(), rule.version(), rule.danger(), rule)),
                groups.stream().map(rule -> new Version(rule.id(), rule.version(), rule.danger(), rule)));
    }

    /** Whether the text is one entry of a rule over several streams. */
    public boolean isOverSeveral(String text) {
        var problems = new Problems();
        var one = entry(text, problems);
        return problems.count() == 0
                && one != null
                && one.fields() != null
                && one.fields().containsKey(OVER);
    }

    /** One entry of rules.yml, with or without the hyphen before it; refuses with all problems, each with its line. */
    public RuleSpec entry(Scenario scenario, String text) {
        var problems = new Problems();
        var rule = file(scenario).rule(Section.of("rule", entry(text, problems), problems));
        return good(scenario, rule, rule == null ? null : rule.danger(), problems);
    }

    /** One entry of a rule over several streams, which may name rules of the scenario; refuses as {@link #entry} does. */
    public GroupSpec entryOverSeveral(Scenario scenario, String text) {
        var problems = new Problems();
        var rule = file(scenario).group(Section.of("rule", entry(text, problems), problems), scenario.rules());
        return good(scenario, rule, rule == null ? null : rule.danger(), problems);
    }

    private static @Nullable Node entry(String text, Problems problems) {
        var node = Node.read("rule", text, problems);
        return node == null || node.items() == null ? node : only(node.items(), problems);
    }

    private static <R> R good(Scenario scenario, @Nullable R rule, @Nullable String danger, Problems problems) {
        refuse(problems.list());
        if (rule == null) {
            throw new Refused(ScenarioRefusal.RULES_WRONG, List.of("rule:1: is no rule; see rules.yml"));
        }
        refuse(withoutPolicy(scenario, danger, "rule:1"));
        return rule;
    }

    /** A package that only flags says nowhere how a danger is warned of. */
    private static List<String> withoutPolicy(Scenario scenario, @Nullable String danger, String where) {
        boolean isMissing = danger != null && scenario.warning().dangers().isEmpty();
        return isMissing
                ? List.of(where + ": scenario '" + scenario.id() + "' has no warning.yml, so its rules can only flag;"
                        + " use flag in place of danger")
                : List.of();
    }

    private static @Nullable Node only(List<Node> items, Problems problems) {
        if (items.size() != 1) {
            problems.add("rule", 1, "must be one entry; try one rule at a time");
        }
        return items.isEmpty() ? null : items.get(0);
    }

    private RulesFile file(Scenario scenario) {
        Set<String> dangers =
                scenario.warning().dangers().stream().map(Danger::code).collect(Collectors.toSet());
        return new RulesFile(properties, dangers, scenario.about().floor());
    }

    private static void refuse(List<String> wrong) {
        if (!wrong.isEmpty()) {
            throw new Refused(ScenarioRefusal.RULES_WRONG, wrong);
        }
    }

    private static int line(String text, String rule) {
        var id = Pattern.compile("\\bid:\\s*['\"]?" + Pattern.quote(rule) + "['\"]?\\s*(,|}|$)", Pattern.MULTILINE);
        var found = id.matcher(text);
        return found.find() ? (int) text.substring(0, found.start()).lines().count() : 1;
    }

    /** Of the folder's digest and the text: it proves the whole content. */
    private static String digest(String before, String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(before.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
