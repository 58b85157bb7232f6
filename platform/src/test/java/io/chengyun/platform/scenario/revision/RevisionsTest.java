package io.chengyun.platform.scenario.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.journal.Entry;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.place.ObservedProperties;
import io.chengyun.platform.postgres.TestDatabase;
import io.chengyun.platform.scenario.Activations;
import io.chengyun.platform.scenario.RulesReader;
import io.chengyun.platform.scenario.ScenarioRefusal;
import io.chengyun.platform.scenario.Scenarios;
import io.chengyun.rules.group.KOfN;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationModuleTest(
        mode = BootstrapMode.DIRECT_DEPENDENCIES,
        extraIncludes = {"postgres", "web"})
@ContextConfiguration(initializers = TestDatabase.class)
@TestPropertySource(
        properties = {
            "chengyun.place.district=../districts/minhang",
            "chengyun.scenario.path=../scenarios",
            "chengyun.scenario.only=flood" // a house of its own: what is revised here stays here
        })
class RevisionsTest {

    private static final Caller COMMANDER = new Caller("c-1", "甲", "A", Set.of(Role.COMMANDER), "D310112", null);

    @Autowired
    Scenarios scenarios;

    @Autowired
    Revisions revisions;

    @Autowired
    RulesReader reader;

    @Autowired
    RevisionStore store;

    @Autowired
    Activations activations;

    @Autowired
    ObservedProperties properties;

    @Autowired
    Journal journal;

    @Autowired
    House house;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private int next() {
        return scenarios.get("flood").version() + 1;
    }

    /** The rules of the folder with the one-hour rain rule at this version, blue over this limit. */
    private String rules(int version, int limit) {
        return scenarios
                .folderRules("flood")
                .replaceFirst("id: rain-1h\n    version: 1", "id: rain-1h\n    version: " + version)
                .replaceFirst("over: 35", "over: " + limit);
    }

    private List<String> problems(String rules) {
        var problems = new ArrayList<String>();
        assertThatThrownBy(() -> revisions.revise("flood", next(), rules, null, COMMANDER))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.refusal()).isEqualTo(ScenarioRefusal.RULES_WRONG);
                    problems.addAll(refused.allowed());
                });
        return problems;
    }

    @Test
    void aRevisionIsInForceWhenItIsCommittedAndAfterARestart() {
        int version = next();
        revisions.revise("flood", version, rules(version, 21), "雨季", COMMANDER);

        var flood = scenarios.get("flood");
        assertThat(flood.version()).isEqualTo(version);
        assertThat(flood.rule("rain-1h").version()).isEqualTo(version);
        assertThat(flood.rule("rain-1h").rule().ladder().get(0).value()).isEqualTo(21);
        assertThat(revisions.inForce("flood").rules()).isEqualTo(rules(version, 21));

        var restarted = Scenarios.of(Path.of("..", "scenarios"), properties);
        new Revisions(restarted, reader, store, activations, clock);
        assertThat(restarted.get("flood").about()).isEqualTo(flood.about());
        assertThat(restarted.get("flood").rules()).isEqualTo(flood.rules());
        house.settle();
        assertThat(journal.listAbout("flood")).last().extracting(Entry::type).isEqualTo("scenario.Activated");
    }

    @Test
    void aRuleOverSeveralStreamsIsRevisedLikeTheOthers() {
        int version = next();
        var text = rules(version, 35).replaceFirst("least: 3", "least: 4");
        assertThat(problems(text))
                .singleElement()
                .asString()
                .contains("rule 'river-many' version 1 was in force with other content; raise its version");

        revisions.revise(
                "flood",
                version,
                text.replaceFirst("id: river-many\n    version: 1", "id: river-many\n    version: " + version),
                null,
                COMMANDER);
        assertThat(scenarios.get("flood").groups())
                .anyMatch(rule -> rule.id().equals("river-many")
                        && rule.version() == version
                        && rule.rule() instanceof KOfN many
                        && many.least() == 4);
    }

    @Test
    void oneGoesBackByAnOlderTextUnderANewVersion() {
        int version = next();
        revisions.revise("flood", version, rules(version, 22), null, COMMANDER);
        revisions.revise("flood", version + 1, scenarios.folderRules("flood"), null, COMMANDER);

        assertThat(scenarios.get("flood").rule("rain-1h").version()).isEqualTo(1);
        assertThat(revisions.list("flood").get(0).version()).isEqualTo(version + 1);
    }

    @Test
    void everyProblemIsToldWithItsLineAndNothingIsChanged() {
        int before = scenarios.get("flood").version();

        assertThat(problems(rules(next(), 35)
                        .replace("over: 50 }", "over: fifty }")
                        .replace("kind: silence", "kind: hush")))
                .hasSizeGreaterThan(4)
                .first()
                .asString()
                .startsWith("flood/rules.yml:");
        assertThat(problems("rules: [")).singleElement().asString().contains("is no YAML");
        assertThat(scenarios.get("flood").version()).isEqualTo(before);
    }

    @Test
    void aVersionOfARuleNamesOneContentForEver() {
        assertThat(problems(rules(1, 36)))
                .singleElement()
                .asString()
                .isEqualTo(
                        "flood/rules.yml:10: rule 'rain-1h' version 1 was in force with other content; raise its version");
    }

    @Test
    void whoDidNotSeeTheNewestRulesIsRefused() {
        assertThatThrownBy(() -> revisions.revise("flood", next() - 1, rules(1, 35), null, COMMANDER))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.refusal()).isEqualTo(ScenarioRefusal.VERSION_NOT_RAISED);
                    assertThat(refused.allowed()).containsExactly(String.valueOf(next()));
                });
        var handler = new Caller("h-1", "乙", "B", Set.of(Role.HANDLER), "D310112", null);
        assertThatThrownBy(() -> revisions.revise("flood", next(), rules(1, 35), null, handler))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(ScenarioRefusal.NOT_YOURS));
    }

    @Test
    void whatIsRolledBackIsNotInForce() {
        int before = scenarios.get("flood").version();
        transaction.executeWithoutResult(status -> {
            revisions.revise("flood", before + 1, rules(before + 90, 23), null, COMMANDER);
            status.setRollbackOnly();
        });

        assertThat(scenarios.get("flood").version()).isEqualTo(before);
        assertThat(revisions.list("flood")).noneMatch(revision -> revision.version() == before + 1);
    }
}
