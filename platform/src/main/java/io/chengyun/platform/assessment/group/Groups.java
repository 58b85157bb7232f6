package io.chengyun.platform.assessment.group;

import io.chengyun.platform.assessment.due.DueList;
import io.chengyun.platform.assessment.group.GroupTable.Seat;
import io.chengyun.platform.assessment.group.GroupWatch.Key;
import io.chengyun.platform.assessment.group.GroupWatch.Memory;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.PastObservations;
import io.chengyun.platform.sensing.StoredBatch.Reading;
import io.chengyun.platform.sensing.quality.Maintenance;
import io.chengyun.rules.Finding;
import io.chengyun.rules.group.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * All groups of streams under the rules over several (群体研判), in memory as of the last commit.
 *
 * <p>Whoever judges streams has this alone, too: it is opened after them, in their transaction, hears what they hear and say,
 * weighs it by time when all of a batch is heard, and is told how the transaction ended.
 */
@Component
public class Groups {

    private static final int DUE_AT_ONCE = 50;

    private final GroupTable table;
    private final GroupPast past;
    private final GroupStore store;
    private final GroupNotebook notebook;
    private final Maintenance maintenance;
    private final DueList due = new DueList();
    private final List<Heard> heard = new ArrayList<>();
    private final Set<GroupWatch> touched = new HashSet<>();
    private final Map<AppliedGroup, Integer> relearnt = new LinkedHashMap<>();
    /** Keys of rules that remember something and judge no more. */
    private final Set<String> orphans = new LinkedHashSet<>();

    private volatile boolean loaded;
    private volatile long edition;

    Groups(GroupTable table, GroupPast past, GroupStore store, GroupNotebook notebook, Maintenance maintenance) {
        this.table = table;
        this.past = past;
        this.store = store;
        this.notebook = notebook;
        this.maintenance = maintenance;
    }

    private record Heard(GroupWatch watch, Report report) {}

    /** Makes ready in the transaction of whoever judges streams. */
    public void open(Instant now) {
        heard.clear();
        if (!loaded) {
            build(store.load(), now);
            loaded = true;
        } else if (edition != table.edition()) {
            var memories = new HashMap<Key, Memory>();
            table.watches().stream()
                    .filter(watch -> !watch.isUnwritten())
                    .forEach(watch -> memories.put(watch.key(), watch.memory()));
            var before =
                    table.watches().stream().map(watch -> watch.rule().key()).collect(Collectors.toSet());
            build(memories, now);
            noteRelearnt(before, memories.keySet());
        }
    }

    private void build(Map<Key, Memory> memories, Instant now) {
        edition = table.edition();
        due.clear();
        touched.clear();
        notebook.clear();
        table.build(memories, now);
        orphans.clear();
        memories.keySet().stream()
                .map(Key::rule)
                .filter(rule -> !table.judgesBy(rule))
                .forEach(orphans::add);
        // under rules that are new to it a group may long be in danger: it is asked at once
        table.watches().forEach(watch -> due.put(watch.number(), watch.isNew() ? Instant.EPOCH : watch.dueAt()));
    }

    /** A rule learns anew that was not there before, or to which what it remembered is of no use any more. */
    private void noteRelearnt(Set<String> rules, Set<Key> remembered) {
        var streams = new LinkedHashMap<AppliedGroup, Set<Long>>();
        table.watches().stream()
                .filter(GroupWatch::isNew)
                .filter(watch -> !rules.contains(watch.rule().key()) || remembered.contains(watch.key()))
                .forEach(watch -> streams.computeIfAbsent(watch.rule(), first -> new HashSet<>())
                        .addAll(watch.members().keySet()));
        streams.forEach((rule, members) -> relearnt.put(rule, members.size()));
    }

    /** Which rules had to learn how many streams anew since this was last asked. */
    public Map<AppliedGroup, Integer> takeRelearnt() {
        var taken = new LinkedHashMap<>(relearnt);
        relearnt.clear();
        return taken;
    }

    /**
     * The rules that judged groups and do so no more, by scenario and id, since this was last asked; what they remembered
     * goes, and somebody must take back what they said.
     */
    public Set<Orphan> takeOrphans() {
        if (orphans.isEmpty()) {
            return Set.of();
        }
        var taken = orphans.stream().map(Orphan::of).collect(Collectors.toSet());
        store.remove(orphans);
        orphans.clear();
        return taken;
    }

    /** A rule that judges groups no more (失效群体规则). */
    public record Orphan(String scenario, String rule) {

        private static Orphan of(String key) {
            var parts = key.split(":", 3);
            return new Orphan(parts[0], parts[1]);
        }
    }

    /** Hears what a stream observed. */
    public void hear(Datastream stream, List<Reading> readings) {
        if (!table.hearsValuesOf(stream)) {
            return;
        }
        for (var reading : readings) {
            boolean muted = !maintenance.isIdle() && maintenance.isMuted(stream, reading.at());
            for (var seat : muted ? List.<Seat>of() : table.seats(stream, reading.at())) {
                if (seat.watch().rule().hearsValuesOf(stream.property())) {
                    long micros = PastObservations.micros(reading.at());
                    heard.add(new Heard(seat.watch(), Report.measured(seat.member(), micros, reading.value())));
                }
            }
        }
    }

    /** Hears what a rule says of a stream. */
    public void hear(Datastream stream, String scenario, String rule, Finding finding) {
        if (!table.isJudged(stream)) {
            return;
        }
        for (var seat : table.seats(stream, finding.at())) {
            if (seat.watch().rule().hears(scenario, rule)) {
                heard.add(new Heard(seat.watch(), Report.judged(seat.member(), rule, finding)));
            }
        }
    }

    /** Weighs what was heard, by time; what the rules say. */
    public List<GroupSaid> weigh(Instant storedAt) {
        return heard.isEmpty() ? List.of() : weigh(List.of(), storedAt, storedAt);
    }

    /** Weighs what was heard and the passing of time; what the rules say. */
    public List<GroupSaid> weighDue(Instant now) {
        var asked = due.take(now, DUE_AT_ONCE).stream()
                .map(table::find)
                .filter(Objects::nonNull)
                .toList();
        return asked.isEmpty() && heard.isEmpty() ? List.of() : weigh(asked, Instant.EPOCH, now);
    }

    private List<GroupSaid> weigh(List<GroupWatch> asked, Instant storedAt, Instant now) {
        var judged = new LinkedHashSet<>(asked);
        heard.forEach(one -> judged.add(one.watch()));
        touched.addAll(judged);
        var behind = judged.stream().filter(GroupWatch::isBehind).toList();
        var before = storedAt.equals(Instant.EPOCH) ? PastObservations.NO_END : storedAt;
        var said = new ArrayList<>(past.catchUp(behind, before));
        heard.sort(Comparator.comparingLong(one -> one.report().micros()));
        heard.forEach(one -> one.watch().on(one.report(), storedAt, said));
        asked.forEach(watch -> watch.onTime(now, said));
        notebook.note(judged, atOnce(judged, said), now);
        heard.clear();
        return said;
    }

    /** What spoke must not be said again, signals are not among the stored observations, and the new must be known. */
    private Set<GroupWatch> atOnce(Set<GroupWatch> judged, List<GroupSaid> said) {
        var spoke = new HashSet<Key>();
        said.forEach(one -> spoke.add(new Key(one.rule().key(), one.place())));
        var atOnce = new LinkedHashSet<GroupWatch>();
        heard.stream()
                .filter(one -> !Report.ruleOf(one.report().topic()).isEmpty())
                .forEach(one -> atOnce.add(one.watch()));
        judged.stream()
                .filter(watch -> watch.isUnwritten() || spoke.contains(watch.key()))
                .forEach(atOnce::add);
        return atOnce;
    }

    /** When a group must be asked next if nothing comes; null when none must. */
    public @Nullable Instant nextDueAt() {
        return loaded && edition == table.edition() ? due.first() : Instant.EPOCH;
    }

    /** Whether a group is due by now. */
    public boolean isDue(Instant now) {
        var next = nextDueAt();
        return next != null && !next.isAfter(now);
    }

    /** Takes out a stream that is no more. */
    public void remove(long stream, Instant now) {
        table.remove(stream, now);
    }

    /** Takes over when groups are due, or forgets all where nothing was committed. */
    public void ended(boolean committed) {
        if (committed) {
            touched.forEach(watch -> due.put(watch.number(), watch.dueAt()));
        } else {
            loaded = false;
        }
        touched.clear();
        heard.clear();
    }
}
