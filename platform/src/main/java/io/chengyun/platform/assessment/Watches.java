package io.chengyun.platform.assessment;

import io.chengyun.platform.assessment.StreamWatch.Memory;
import io.chengyun.platform.assessment.StreamWatch.Said;
import io.chengyun.platform.assessment.due.DueList;
import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.PastObservations;
import io.chengyun.platform.sensing.Sensing;
import io.chengyun.platform.sensing.StoredBatch;
import io.chengyun.platform.sensing.quality.TimelyObservations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * All streams under watch (研判表), in memory as of the last commit.
 *
 * <p>Observations come on one thread and time on another: whoever opens it in a transaction has it alone until that
 * transaction ends. Rules learn in place, so after an end that is not a commit everything is forgotten and read anew: what
 * was written down at once, and of each stream the past since when it next speaks.
 */
@Component
class Watches {

    private static final Logger LOG = LoggerFactory.getLogger(Watches.class);

    private final MemoryStore store;
    private final Notebook notebook;
    private final RuleBook rules;
    private final Sensing sensing;
    private final TimelyObservations past;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Long, StreamWatch> byStream = new HashMap<>();
    private final List<StreamWatch> touched = new ArrayList<>();
    private final DueList due = new DueList();
    private final Map<RuleStanding, Integer> relearnt = new LinkedHashMap<>();
    private final Set<Voice> orphans = ConcurrentHashMap.newKeySet();
    private Consumer<Boolean> companion = committed -> {};
    private volatile boolean loaded;
    private volatile long edition;

    Watches(MemoryStore store, AssessmentSettings settings, RuleBook rules, Sensing sensing, TimelyObservations past) {
        this.store = store;
        this.notebook = new Notebook(store, settings);
        this.rules = rules;
        this.sensing = sensing;
        this.past = past;
    }

    /** Hears what a rule says of a stream. */
    interface Ear {
        void hear(StreamWatch watch, List<Said> said);
    }

    /** Tells somebody else, too, when whoever had it alone is at the end, and whether what was learnt is true. */
    void accompany(Consumer<Boolean> atTheEnd) {
        companion = atTheEnd;
    }

    /** Keeps others out until the present transaction ends. */
    void open() {
        if (lock.isHeldByCurrentThread()) {
            return;
        }
        lock.lock();
        boolean registered = false;
        try {
            TransactionSynchronizationManager.registerSynchronization(new Ending());
            registered = true;
        } finally {
            if (!registered) {
                lock.unlock();
            }
        }
        load();
        renew();
    }

    /** What of a batch is to be weighed: all but what came too late to be news. */
    StoredBatch timely(StoredBatch batch) {
        return past.of(batch);
    }

    /** The watch over a stream, which may be behind. */
    StreamWatch get(Datastream stream) {
        var watch = byStream.get(stream.id());
        if (watch == null || !watch.stream().equals(stream)) {
            watch = watch(stream, watch == null ? Memory.NONE : watch.memory());
            byStream.put(stream.id(), watch);
        }
        touched.add(watch);
        return watch;
    }

    /** Watches over streams that are due by the clock, earliest first. */
    List<StreamWatch> takeDue(Instant now, int limit) {
        var taken = due.take(now, limit).stream()
                .map(byStream::get)
                .filter(Objects::nonNull)
                .toList();
        touched.addAll(taken);
        return taken;
    }

    /**
     * Reads to watches what they do not know yet.
     *
     * @param firstAt of each watch that is behind the time of the first reading it is to weigh next, or null
     * @param storedBefore what was stored from then on is not read: it is what they are to weigh
     * @param ear hears what only now is known, as after a change of numbers
     */
    void catchUp(Map<StreamWatch, @Nullable Instant> firstAt, Instant storedBefore, Ear ear) {
        var said = new LinkedHashMap<StreamWatch, List<Said>>();
        var asked = firstAt.entrySet().stream()
                .map(one -> one.getKey().past(one.getValue()))
                .toList();
        past.read(asked, storedBefore, (stream, micros, value, storedAt, late) -> {
            var watch = Objects.requireNonNull(byStream.get(stream));
            if (late) {
                watch.readLate(micros, value, storedAt);
            } else {
                watch.read(micros, value, storedAt, said.computeIfAbsent(watch, one -> new ArrayList<>()));
            }
        });
        firstAt.keySet().forEach(StreamWatch::caughtUp);
        said.forEach(ear::hear);
    }

    /**
     * Judges a stream anew as it observed since a time, after a correction; rules that learn over a long past keep what they
     * learnt.
     *
     * @param watch one that is not behind
     * @return the watch that stands for it from now on
     */
    StreamWatch again(StreamWatch watch, Instant since, Instant now, Ear ear) {
        var anew = watch.anew();
        var said = new ArrayList<Said>();
        past.read(List.of(anew.past(since)), PastObservations.NO_END, (stream, micros, value, storedAt, late) -> {
            if (!late) {
                anew.read(micros, value, storedAt, said);
            }
        });
        anew.caughtUp();
        said.addAll(anew.onTime(now));
        ear.hear(anew, said);
        var after = watch.after(anew);
        byStream.put(watch.stream().id(), after);
        touched.add(after);
        return after;
    }

    /** Whether what was observed then would still be news. */
    boolean isNews(Instant observedAt) {
        return past.isNews(observedAt);
    }

    /** Notes that streams learnt something; {@code atOnce} names those that must be written down now. */
    void note(List<StreamWatch> learnt, Set<StreamWatch> atOnce, Instant now) {
        notebook.note(learnt, atOnce, now);
    }

    /** Takes a stream that is no more from under watch, and what was remembered of it; its rules have no more to say. */
    void remove(long stream) {
        var watch = byStream.remove(stream);
        if (watch != null) {
            watch.rules().forEach(rule -> orphans.add(rule.voice(stream)));
        }
        due.put(stream, null);
        notebook.remove(stream);
    }

    private StreamWatch watch(Datastream stream, Memory remembered) {
        return adopted(new StreamWatch(stream, rulesOf(stream), remembered));
    }

    private StreamWatch adopted(StreamWatch watch) {
        orphans.addAll(watch.orphans());
        return watch;
    }

    private List<AppliedRule> rulesOf(Datastream stream) {
        // What stands nowhere can warn nobody.
        return stream.position() == null ? List.of() : rules.rulesFor(stream.property(), stream.interval());
    }

    /** When the next stream is due; null when none is. */
    @Nullable
    Instant nextDueAt() {
        if (!loaded) {
            lock.lock();
            try {
                load();
            } finally {
                lock.unlock();
            }
        }
        return edition == rules.edition() && orphans.isEmpty() ? due.first() : Instant.EPOCH;
    }

    /**
     * Puts streams whose rules have changed under those of now. What a rule remembers it keeps under other numbers; what
     * it cannot keep, as when its kind changed, it learns anew from what is stored. All are asked at once.
     */
    private void renew() {
        long now = rules.edition();
        if (edition == now) {
            return;
        }
        edition = now;
        for (var stream : sensing.listStreams()) {
            var before = byStream.get(stream.id());
            var others = rulesOf(stream);
            boolean same = before == null ? others.isEmpty() : before.rules().equals(others);
            if (!same) {
                var watch = before == null ? watch(stream, Memory.NONE) : adopted(before.under(others));
                byStream.put(stream.id(), watch);
                due.put(stream.id(), Instant.EPOCH);
                watch.learners().forEach(rule -> relearnt.merge(rule.standing(), 1, Integer::sum));
            }
        }
        relearnt.forEach((rule, streams) ->
                LOG.info("rule {} version {} learns {} streams anew", rule.rule(), rule.version(), streams));
    }

    /** Which rules had to learn how many streams anew since this was last asked. */
    Map<RuleStanding, Integer> takeRelearnt() {
        var taken = new LinkedHashMap<>(relearnt);
        relearnt.clear();
        return taken;
    }

    /** What rules remembered of streams that they judge no more, since this was last asked; they have no more to say. */
    Set<Voice> takeOrphans() {
        var taken = new LinkedHashSet<>(orphans);
        orphans.clear();
        taken.stream().map(Voice::stream).distinct().filter(this::isUnjudged).forEach(notebook::remove);
        return taken;
    }

    private boolean isUnjudged(long stream) {
        var watch = byStream.get(stream);
        return watch == null || watch.rules().isEmpty();
    }

    /** Forgets everything, as a process does that ends; it is read anew when next asked for. */
    void forget() {
        loaded = false;
        companion.accept(false);
    }

    private void load() {
        if (loaded) {
            return;
        }
        byStream.clear();
        due.clear();
        notebook.clear();
        orphans.clear();
        edition = rules.edition();
        var remembered = store.load();
        for (var stream : sensing.listStreams()) {
            var memory = remembered.getOrDefault(stream.id(), Memory.NONE);
            var watch = watch(stream, memory);
            if (!watch.rules().isEmpty()) {
                byStream.put(stream.id(), watch);
                // under rules that are new to it a stream may long be silent: it is asked at once
                due.put(stream.id(), watch.isUnwritten() ? Instant.EPOCH : watch.dueAt());
            }
        }
        loaded = true;
    }

    /** Takes over when streams are due, or forgets all where nothing was committed, and lets the next one in. */
    private final class Ending implements TransactionSynchronization {

        @Override
        public void afterCompletion(int status) {
            try {
                if (status == STATUS_COMMITTED) {
                    touched.forEach(watch -> due.put(watch.stream().id(), watch.dueAt()));
                    companion.accept(true);
                } else {
                    forget();
                }
                touched.clear();
            } finally {
                lock.unlock();
            }
        }
    }
}
