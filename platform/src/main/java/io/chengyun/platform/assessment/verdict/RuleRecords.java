package io.chengyun.platform.assessment.verdict;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.assessment.RuleEvent;
import io.chengyun.platform.assessment.RuleStanding;
import io.chengyun.platform.assessment.Signal.Origin;
import io.chengyun.platform.assessment.verdict.RecordStore.Asked;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.scenario.RuleSpec;
import io.chengyun.platform.scenario.Scenario;
import io.chengyun.platform.scenario.Scenarios;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What rules were worth (规则评价). A version whose precision has fallen below its floor warns no more until a person
 * restores it; a new version starts with a clean record.
 */
@Service
class RuleRecords {

    private static final Logger LOG = LoggerFactory.getLogger(RuleRecords.class);

    private final RecordStore store;
    private final Scenarios scenarios;
    private final Journal journal;
    private final Clock clock;

    RuleRecords(RecordStore store, Scenarios scenarios, Journal journal, Clock clock) {
        this.store = store;
        this.scenarios = scenarios;
        this.journal = journal;
        this.clock = clock;
    }

    /** The records of the versions that gave signals, newest version first. */
    List<RuleRecord> list(Asked asked) {
        return store.list(asked).stream().map(this::withFloor).toList();
    }

    private RuleRecord withFloor(RuleRecord known) {
        var floor = find(known.scenario(), known.rule(), known.version())
                .map(Judged::floor)
                .orElse(null);
        return new RuleRecord(
                known.scenario(),
                known.rule(),
                known.version(),
                known.counts(),
                known.precision(),
                known.lead(),
                known.advisory(),
                floor);
    }

    /** Of a rule, over one stream or several, what counts here. */
    private record Judged(String id, int version, @Nullable String danger, RuleSpec.@Nullable Floor floor) {}

    private Optional<Judged> find(String scenario, String rule, int version) {
        return scenarios.find(scenario).stream()
                .flatMap(RuleRecords::judged)
                .filter(spec -> spec.id().equals(rule) && spec.version() == version)
                .findFirst();
    }

    private static Stream<Judged> judged(Scenario scenario) {
        return Stream.concat(
                scenario.rules().stream().map(one -> new Judged(one.id(), one.version(), one.danger(), one.floor())),
                scenario.groups().stream().map(one -> new Judged(one.id(), one.version(), one.danger(), one.floor())));
    }

    /** Weighs what is said of a rule's signals; called with each verdict, in its transaction. */
    void weigh(Origin origin, Instant now) {
        var floor = find(origin.scenario(), origin.rule(), origin.version())
                .map(Judged::floor)
                .orElse(null);
        if (floor == null || store.lockAdvisory(origin)) {
            return;
        }
        var newest = store.newest(origin, floor.atLeast());
        if (newest.judged() >= floor.atLeast() && newest.isBelow(floor.precision())) {
            store.setBack(origin);
            var tally = new RuleStanding.Tally(newest.confirmed(), newest.judged(), newest.atMost(), floor.precision());
            journal.append(new RuleEvent.BecameAdvisory(standing(origin, tally), now));
            LOG.warn(
                    "rule {} version {} is advisory now: {} of its newest {} signals were confirmed",
                    origin.rule(),
                    origin.version(),
                    newest.confirmed(),
                    newest.judged());
        }
    }

    private static RuleStanding standing(Origin origin, RuleStanding.Tally tally) {
        return new RuleStanding(origin.scenario(), origin.rule(), origin.version(), true, tally);
    }

    /** 恢复: lets a version warn again. */
    @Transactional
    void restore(String scenario, String rule, int version, Caller caller) {
        if (!caller.hasAny(Role.COMMANDER, Role.ADMINISTRATOR)) {
            throw new Refused(VerdictRefusal.NOT_YOURS_TO_RESTORE);
        }
        var spec = find(scenario, rule, version).orElseThrow(() -> new Refused(VerdictRefusal.NO_SUCH_RULE));
        var danger = spec.danger();
        if (danger == null) {
            throw new Refused(VerdictRefusal.NOT_ADVISORY);
        }
        var origin = new Origin(scenario, rule, version, danger);
        if (!store.lockAdvisory(origin)) {
            throw new Refused(VerdictRefusal.NOT_ADVISORY);
        }
        var now = clock.instant();
        store.restore(origin, now);
        journal.append(
                new RuleEvent.Restored(new RuleStanding(scenario, rule, version, false, null), caller.id(), now));
    }
}
