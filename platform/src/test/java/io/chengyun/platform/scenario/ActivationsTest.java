package io.chengyun.platform.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.journal.Entry;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.postgres.TestDatabase;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
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
        properties = {"chengyun.place.district=../districts/minhang", "chengyun.scenario.path=../scenarios"})
class ActivationsTest {

    @Autowired
    Scenarios scenarios;

    @Autowired
    Activations activations;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Journal journal;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    House house;

    private List<InstalledScenario> activated() {
        house.settle();
        return journal.listAbout("flood").stream()
                .map(Entry::event)
                .map(event -> ((ScenarioEvent.Activated) event).now())
                .toList();
    }

    private void start(Scenario scenario) {
        new Activations(new Scenarios(List.of(scenario)), jdbc, journal, transaction, clock)
                .afterSingletonsInstantiated();
    }

    @Test
    void aContentIsActivatedOnceAndNotAtEveryStart() {
        var flood = scenarios.get("flood");
        assertThat(activated()).first().isEqualTo(flood.installed());
        int before = activated().size();

        activations.afterSingletonsInstantiated();
        start(flood);
        assertThat(activated()).hasSize(before);

        start(changed(flood));
        start(changed(flood));
        assertThat(activated())
                .hasSize(before + 1)
                .last()
                .isEqualTo(changed(flood).installed());
    }

    private static Scenario changed(Scenario flood) {
        var about = flood.about();
        var changed = new Scenario.About(
                about.id(),
                about.version(),
                about.title(),
                about.titleEn(),
                about.owner(),
                about.needs(),
                "0".repeat(64),
                about.floor());
        return new Scenario(
                changed,
                flood.rules(),
                flood.groups(),
                flood.warning(),
                flood.casework(),
                flood.dispatch(),
                flood.layers());
    }

    @Test
    void theDigestIsOfAllFiles() {
        assertThat(scenarios.get("flood").about().digest()).matches("[0-9a-f]{64}");
    }
}
