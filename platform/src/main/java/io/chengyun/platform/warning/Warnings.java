package io.chengyun.platform.warning;

import io.chengyun.kernel.Ids;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.assessment.Signal;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.scenario.Scenarios;
import io.chengyun.platform.scenario.WarningPolicy;
import io.chengyun.platform.warning.Warning.Identity;
import io.chengyun.platform.warning.Warning.Label;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The warnings of the district (预警): raised by signals, lifted by quiet. */
@Service
public class Warnings {

    private final WarningRules rules = new WarningRules();
    private final WarningStore store;
    private final Journal journal;
    private final Scenarios scenarios;
    private final Clock clock;
    private final Ids ids;

    Warnings(WarningStore store, Journal journal, Scenarios scenarios, Clock clock, Ids ids) {
        this.store = store;
        this.journal = journal;
        this.scenarios = scenarios;
        this.clock = clock;
        this.ids = ids;
    }

    public Optional<Warning> find(String id) {
        return store.find(id);
    }

    /** Standing warnings, oldest first. */
    public List<Warning> listStanding() {
        return store.listStanding();
    }

    /** The newest warnings first, lifted ones included. */
    public List<Warning> list(int limit) {
        return store.list(limit);
    }

    /** 签收: the caller's organisation has seen the warning; once an organisation. */
    @Transactional
    public Warning receive(String id, Caller caller) {
        var warning = store.findForChange(id).orElseThrow(() -> new Refused(WarningRefusal.ABSENT));
        if (!caller.mayEnter(warning.identity().town())) {
            throw new Refused(WarningRefusal.ABSENT);
        }
        if (caller.roles().equals(Set.of(Role.ADMINISTRATOR))) {
            throw new Refused(WarningRefusal.NOT_YOURS);
        }
        if (!warning.isStanding()) {
            throw new Refused(WarningRefusal.LIFTED);
        }
        if (warning.receipts().stream()
                .anyMatch(receipt -> receipt.organisation().equals(caller.organisation()))) {
            throw new Refused(WarningRefusal.RECEIVED);
        }
        var now = clock.instant();
        var received = warning.withReceipt(new Warning.Receipt(caller.id(), caller.organisation(), now));
        keep(new WarningEvent.Received(received, caller.id(), now));
        return received;
    }

    /** Called by {@link SignalFollower} only. */
    @Transactional
    void weigh(Signal signal) {
        var identity = new Identity(
                signal.origin().scenario(),
                signal.origin().danger(),
                signal.source().town());
        Instant now = clock.instant();
        store.findStanding(identity)
                .map(standing -> rules.onAnother(signal, standing, now))
                .orElseGet(() -> first(signal, identity, now))
                .ifPresent(this::keep);
    }

    private Optional<WarningEvent> first(Signal signal, Identity identity, Instant now) {
        return signal.grade() == null ? Optional.empty() : rules.onFirst(signal, ids.next("w"), label(identity), now);
    }

    /** Called by {@link QuietTimer} only. */
    @Transactional
    void liftQuiet() {
        Instant now = clock.instant();
        store.listStanding().stream()
                .filter(standing -> rules.onTime(standing, quiet(standing), now).isPresent())
                .flatMap(due -> store.findForChange(due.id()).stream())
                .flatMap(due -> rules.onTime(due, quiet(due), now).stream())
                .forEach(this::keep);
    }

    Optional<Instant> firstDueAt() {
        return store.listStanding().stream()
                .map(standing -> rules.dueAt(standing, quiet(standing)))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** A danger that no scenario warns of any more is over as soon as nothing holds it. */
    private Duration quiet(Warning warning) {
        return danger(warning.identity()).map(WarningPolicy.Danger::quiet).orElse(Duration.ZERO);
    }

    private Label label(Identity identity) {
        return danger(identity)
                .map(danger -> new Label(danger.name(), danger.nameEn(), danger.icon()))
                .orElseThrow(() -> new IllegalStateException("no warning policy for " + identity.danger()));
    }

    private Optional<WarningPolicy.Danger> danger(Identity identity) {
        return scenarios
                .find(identity.scenario())
                .flatMap(scenario -> scenario.warning().find(identity.danger()));
    }

    private void keep(WarningEvent event) {
        store.save(event.now());
        journal.append(event);
    }
}
