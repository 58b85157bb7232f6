package io.chengyun.platform.sensing.quality;

import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.sensing.Datastream;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts flags on observations (质量标记), for whoever found something: sensing itself, or a rule that flags. */
@Service
public class QualityFlags {

    private final FlagStore store;
    private final Journal journal;
    private final QualityPolicy.Book policies;
    private final Places places;
    private final Clock clock;

    QualityFlags(FlagStore store, Journal journal, QualityPolicy.Book policies, Places places, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.policies = policies;
        this.places = places;
        this.clock = clock;
    }

    /**
     * A flag that was put (标记).
     *
     * @param phenomenonAt the observation's time
     * @param flag its code, such as {@code stuck}
     * @param rule what said so
     * @param at when it was said
     */
    public record Flagging(Instant phenomenonAt, String flag, String rule, Instant at) {}

    /** An observation by its stream and time (所标观测). */
    public record Observed(long stream, Instant phenomenonAt) {}

    /**
     * Flags one observation in the caller's transaction; twice is once. The journal is told when a spell begins: not again
     * as long as the stream had this flag within the time that the district's policy names.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void flag(Datastream stream, Instant observedAt, Flag flag, String rule) {
        flag(stream, List.of(observedAt), flag, rule);
    }

    /** Flags several observations of a stream, oldest first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void flag(Datastream stream, List<Instant> observedAt, Flag flag, String rule) {
        var first = observedAt.get(0);
        var quiet = policies.on(places.today()).flagTold();
        // A maintenance window is told by itself, with its reason.
        boolean told = flag == Flag.MAINTENANCE || store.hasSince(stream.id(), flag, first.minus(quiet));
        store.add(stream.id(), observedAt, flag, rule, clock.instant());
        if (!told) {
            var mark = new QualityEvent.Mark(stream.id(), stream.thingId(), first, flag, rule);
            journal.append(new QualityEvent.Flagged(mark, clock.instant()));
        }
    }

    /** Takes back what was said of the values of observations that are others now; not of when they came or of upkeep. */
    @Transactional(propagation = Propagation.MANDATORY)
    void withdraw(Datastream stream, List<Instant> observedAt) {
        store.remove(stream.id(), observedAt, List.of(Flag.OUT_OF_RANGE, Flag.STUCK, Flag.SPIKE, Flag.DRIFT));
    }

    /** The flags of these observations, those without any left out; one look for all. */
    public Map<Observed, List<Flagging>> listOf(Collection<Observed> observed) {
        return store.listOf(observed);
    }

    /** The flags of a stream's observations in a span, oldest first, at most {@code limit}. */
    public List<Flagging> list(long stream, Instant from, Instant until, int limit) {
        return store.list(stream, from, until, limit);
    }
}
