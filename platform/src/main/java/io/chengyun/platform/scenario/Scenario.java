package io.chengyun.platform.scenario;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.scenario.RuleSpec.Floor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A danger the city prepares for, and all that is decided about it beforehand (场景). Immutable. */
public record Scenario(
        About about,
        List<RuleSpec> rules,
        List<GroupSpec> groups,
        WarningPolicy warning,
        CasePolicy casework,
        DutyList dispatch,
        List<MapLayer> layers) {

    public Scenario {
        rules = List.copyOf(rules);
        groups = List.copyOf(groups);
        layers = List.copyOf(layers);
    }

    /**
     * What the package says of itself.
     *
     * @param version raised by its owner with every change
     * @param owner organisation that answers for the content
     * @param needs codes of the observed properties without which the rules are blind; none where there are no rules
     * @param digest SHA-256 of the package's files, hexadecimal
     * @param floor of rules that say nothing of one; null for none
     */
    public record About(
            String id,
            int version,
            String title,
            String titleEn,
            String owner,
            List<String> needs,
            String digest,
            @Nullable Floor floor) {
        public About {
            needs = List.copyOf(needs);
        }
    }

    /** A package that warns of nothing and only flags observations. */
    static Scenario flagging(About about, RulesFile.Content rules) {
        return new Scenario(
                about, rules.rules(), rules.groups(), WarningPolicy.NONE, CasePolicy.NONE, DutyList.NONE, List.of());
    }

    /** A package that watches nothing and only files what people report. */
    public static Scenario filing(About about, CasePolicy casework, DutyList dispatch) {
        return new Scenario(about, List.of(), List.of(), WarningPolicy.NONE, casework, dispatch, List.of());
    }

    public String id() {
        return about.id();
    }

    public int version() {
        return about.version();
    }

    /** The same with other rules, as a revision brings them. */
    Scenario revised(int version, RulesFile.Content others, String digest) {
        var changed = new About(
                about.id(),
                version,
                about.title(),
                about.titleEn(),
                about.owner(),
                about.needs(),
                digest,
                about.floor());
        return new Scenario(changed, others.rules(), others.groups(), warning, casework, dispatch, layers);
    }

    /** Whether it has rules at all. */
    boolean watches() {
        return !rules.isEmpty() || !groups.isEmpty();
    }

    /** The scenario as the journal names it. */
    InstalledScenario installed() {
        return new InstalledScenario(
                about.id(), about.version(), about.title(), about.titleEn(), about.owner(), about.digest());
    }

    /** The rule of this id; refuses with the known ids if there is none. */
    public RuleSpec rule(String id) {
        return rules.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        ScenarioRefusal.NO_SUCH_RULE,
                        rules.stream().map(RuleSpec::id).toList()));
    }

    /** The rules that weigh a property, in the order of the file. */
    public List<RuleSpec> rulesOf(String property) {
        return rules.stream().filter(rule -> rule.property().equals(property)).toList();
    }

    /** A layer of the map (图层) and whether it is shown at first. */
    public record MapLayer(String id, String title, String titleEn, boolean shown) {}
}
