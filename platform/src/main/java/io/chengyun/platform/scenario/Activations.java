package io.chengyun.platform.scenario;

import io.chengyun.platform.journal.Journal;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes into the journal which content came into force (启用), once each and not at every start. */
@Component
public class Activations implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Activations.class);

    private final Scenarios scenarios;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Activations(Scenarios scenarios, JdbcClient jdbc, Journal journal, TransactionTemplate transaction, Clock clock) {
        this.scenarios = scenarios;
        this.jdbc = jdbc;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        scenarios.list().forEach(scenario -> transaction.executeWithoutResult(status -> activate(scenario, null)));
    }

    /**
     * Notes in the caller's transaction that a content is in force, if it never was before.
     *
     * @param by staff id of who put it in force; null where it came with the house's own folder
     */
    public void activate(Scenario scenario, @Nullable String by) {
        var now = scenario.installed();
        if (isChangedWithoutVersion(now)) {
            LOG.warn("scenario {} {} is not what it was: raise its version with every change", now.id(), now.version());
        }
        var at = clock.instant();
        int first = jdbc.sql("""
                        insert into scenario.activation (scenario, version, digest, activated_at)
                        values (?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(now.id(), now.version(), now.digest(), at.atOffset(ZoneOffset.UTC))
                .update();
        if (first == 1) {
            journal.append(new ScenarioEvent.Activated(now, by, at));
        }
    }

    private boolean isChangedWithoutVersion(InstalledScenario now) {
        return jdbc.sql("""
                                select count(*) from scenario.activation
                                where scenario = ? and version = ? and digest <> ?
                                """)
                        .params(now.id(), now.version(), now.digest())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
