package io.chengyun.platform.scenario.revision;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.scenario.Activations;
import io.chengyun.platform.scenario.RulesReader;
import io.chengyun.platform.scenario.Scenario;
import io.chengyun.platform.scenario.ScenarioRefusal;
import io.chengyun.platform.scenario.Scenarios;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Changes rules while the house runs (规则修订): checked like a folder, kept, told to the journal, and in force when that
 * is committed. After a restart the newest is in force again, unless the folder has a higher version.
 */
@Service
class Revisions {

    private static final Logger LOG = LoggerFactory.getLogger(Revisions.class);
    private static final int LONGEST_RULES = 1_000_000;

    private final Scenarios scenarios;
    private final RulesReader reader;
    private final RevisionStore store;
    private final Activations activations;
    private final Clock clock;
    private final Map<String, Scenario> folders;

    /** Puts the newest revisions into force, before anything is observed. */
    Revisions(Scenarios scenarios, RulesReader reader, RevisionStore store, Activations activations, Clock clock) {
        this.scenarios = scenarios;
        this.reader = reader;
        this.store = store;
        this.activations = activations;
        this.clock = clock;
        this.folders = scenarios.list().stream().collect(Collectors.toUnmodifiableMap(Scenario::id, one -> one));
        folders.values().forEach(this::takeUp);
    }

    private void takeUp(Scenario folder) {
        store.list(folder.id()).stream()
                .findFirst()
                .filter(newest -> newest.version() > folder.version())
                .flatMap(newest -> read(folder, newest))
                .ifPresent(scenarios::replace);
    }

    private Optional<Scenario> read(Scenario folder, Revision revision) {
        try {
            return Optional.of(reader.revised(folder, revision.version(), revision.rules(), List.of()));
        } catch (Refused wrong) {
            // written for an older house: whoever starts this one must know, and the folder's rules are at hand
            LOG.error("revision {} of {} is wrong now: {}", revision.version(), folder.id(), wrong.allowed());
            return Optional.empty();
        }
    }

    /** The rules in force as text, and where they come from; null for the folder. */
    record InForce(int version, String rules, @Nullable Revision revision) {}

    InForce inForce(String id) {
        var scenario = scenarios.get(id);
        return store.list(id).stream()
                .filter(revision -> revision.version() == scenario.version())
                .findFirst()
                .map(revision -> new InForce(revision.version(), revision.rules(), revision))
                .orElseGet(() -> new InForce(scenario.version(), scenarios.folderRules(id), null));
    }

    List<Revision> list(String id) {
        return store.list(scenarios.get(id).id());
    }

    /** Puts other rules into force under a raised version; to go back is to send an older text again. */
    @Transactional
    Revision revise(String id, int version, String rules, @Nullable String note, Caller caller) {
        if (!caller.hasAny(Role.COMMANDER, Role.ADMINISTRATOR)) {
            throw new Refused(ScenarioRefusal.NOT_YOURS);
        }
        if (rules.length() > LONGEST_RULES) {
            throw new Malformed("rules", "must be no longer than " + LONGEST_RULES + " characters");
        }
        store.lock(id);
        var standing = scenarios.get(id);
        var earlier = store.list(id);
        int newest = earlier.stream().mapToInt(Revision::version).max().orElse(0);
        int least = Math.max(standing.version(), newest) + 1;
        if (version < least) {
            throw new Refused(ScenarioRefusal.VERSION_NOT_RAISED, List.of(String.valueOf(least)));
        }
        var folder = Objects.requireNonNull(folders.get(id));
        var scenario = reader.revised(folder, version, rules, known(folder, earlier));
        var revision = new Revision(id, version, digest(rules), caller.id(), clock.instant(), note, rules);
        store.save(revision);
        activations.activate(scenario, caller.id());
        afterCommit(() -> scenarios.replace(scenario));
        return revision;
    }

    /** All rules that were ever in force: a version of a rule names one content for ever. */
    private List<Scenario> known(Scenario folder, List<Revision> earlier) {
        var known = new ArrayList<>(List.of(folder));
        earlier.stream().flatMap(revision -> read(folder, revision).stream()).forEach(known::add);
        return known;
    }

    private static void afterCommit(Runnable what) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                what.run();
            }
        });
    }

    private static String digest(String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
