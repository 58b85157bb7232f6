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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads rules that somebody wrote in the console (规则稿), as strictly as those of a folder. */
@Component
public class RulesReader {

    private final ObservedProperties properties;

    RulesReader(ObservedProperties properties) {
        this.properties = properties;
    }

    /**
     * The folder's scenario with the rules of this text; refuses with all problems, each with its line.
     *
     * @param known rules that once were in force: whose id and version return with other content is a problem
     */
    public Scenario revised(Scenario folder, int version, String text, Collection<RuleSpec> known) {
        var label = folder.id() + "/rules.yml";
        var problems = new Problems();
        var node = Node.read(label, text, problems);
        var rules = file(folder).read(Section.of(label, node, problems));
        var wrong = new ArrayList<>(problems.list());
        rules.forEach(rule -> known.stream()
                .filter(old -> old.id().equals(rule.id()) && old.version() == rule.version() && !old.equals(rule))
                .findFirst()
                .ifPresent(old -> wrong.add(label + ":" + line(text, rule.id()) + ": rule '" + rule.id() + "' version "
                        + rule.version() + " was in force with other content; raise its version")));
        rules.forEach(rule -> wrong.addAll(withoutPolicy(folder, rule, label + ":" + line(text, rule.id()))));
        refuse(wrong);
        return folder.revised(version, rules, digest(folder.about().digest(), text));
    }

    /** One entry of rules.yml, with or without the hyphen before it; refuses with all problems, each with its line. */
    public RuleSpec entry(Scenario scenario, String text) {
        var problems = new Problems();
        var node = Node.read("rule", text, problems);
        var one = node == null || node.items() == null ? node : only(node.items(), problems);
        var rule = file(scenario).rule(Section.of("rule", one, problems));
        refuse(problems.list());
        refuse(rule == null ? List.of() : withoutPolicy(scenario, rule, "rule:1"));
        if (rule == null) {
            throw new Refused(ScenarioRefusal.RULES_WRONG, List.of("rule:1: is no rule; see rules.yml"));
        }
        return rule;
    }

    /** A package that only flags says nowhere how a danger is warned of. */
    private static List<String> withoutPolicy(Scenario scenario, RuleSpec rule, String where) {
        boolean isMissing =
                rule.danger() != null && scenario.warning().dangers().isEmpty();
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
