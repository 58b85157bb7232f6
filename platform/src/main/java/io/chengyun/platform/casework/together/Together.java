package io.chengyun.platform.casework.together;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets steps on different things, each known by its id, that come while others are being kept share the next transaction
 * (成组提交), which writes them all at once. Each is answered when that has committed, and nobody waits for more to come. A group
 * is kept whole or not at all: where a step is refused that is its answer, and the others go alone, each in its own thread. So
 * does whoever's thing somebody else has just now, for a group waits for no lock.
 *
 * @param <T> what a step makes
 */
public class Together<T> {

    private static final Logger log = LoggerFactory.getLogger(Together.class);
    /** While one group waits for the disk another is decided; three gave less than two on two cores. */
    private static final int GROUPS = 2;
    /** So many a group that none waits long for the last of them. */
    private static final int MOST = 32;

    /**
     * Classes of errors (SQL state) after which a transaction is surely undone: values, constraints, its own state, conflicts, names,
     * locks, and cases that were not as they were taken for. A server that stops may have kept it.
     */
    private static final Set<String> UNDONE = Set.of("22", "23", "25", "40", "42", "55", "CY");

    private final Shared shared;
    private final TransactionTemplate transaction;
    private final Queue<Member<T>> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore lanes = new Semaphore(GROUPS);
    /** How many steps are being kept just now. */
    private final AtomicInteger underWay = new AtomicInteger();
    /** What the groups under way have in hand, by id. */
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();

    public Together(Shared shared, TransactionTemplate transaction) {
        this.shared = shared;
        this.transaction = transaction;
    }

    /** What the steps of one transaction share (同组事务): all of it in the current one. */
    public interface Shared {

        /** From now on nothing is written before {@link #flush}. */
        void gather();

        /** Takes these up, as far as anybody knows how they stand; what somebody else has just now is left out. */
        Set<String> takeUp(Set<String> ids);

        /** Whether one that was taken up does stand as it was taken for. */
        boolean stands(String id);

        /**
         * Writes all that was done, and commits it where that spares the database a question; nothing is done after it.
         *
         * @throws RuntimeException where one of them does not stand as it was taken for, or somebody else has it
         */
        void commit();
    }

    /**
     * Takes a step in a transaction: in the caller's where there is one.
     *
     * @param id the one thing that it locks; null where it opens one
     */
    public T take(@Nullable String id, Supplier<T> step) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return step.get();
        }
        var member = new Member<>(id, step);
        waiting.add(member);
        boolean interrupted = false;
        while (!member.over) {
            if (!member.taken && mayLead()) {
                lead();
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted(); // what was taken on is brought to its end
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return member.answer().orElseGet(() -> alone(step));
    }

    /** Takes a step in a transaction of its own, or in the caller's. */
    public T alone(Supplier<T> step) {
        return Objects.requireNonNull(transaction.execute(status -> step.get()));
    }

    /** Beside a group under way another one goes when it is no smaller: those answered just now come back one by one. */
    private boolean mayLead() {
        int others = underWay.get();
        return (others == 0 || waiting.size() >= others) && lanes.tryAcquire();
    }

    /** Takes along all who wait, and wakes the first of those who came meanwhile. */
    private void lead() {
        var group = next();
        underWay.addAndGet(group.size());
        try {
            if (!group.isEmpty()) {
                carryOut(group);
            }
        } finally {
            underWay.addAndGet(-group.size());
            lanes.release();
        }
        Optional.ofNullable(waiting.peek()).ifPresent(Member::wake);
    }

    private List<Member<T>> next() {
        var group = new ArrayList<Member<T>>();
        for (var one = waiting.poll(); one != null; one = group.size() < MOST ? waiting.poll() : null) {
            one.taken = true;
            group.add(one);
        }
        return group;
    }

    /** A future takes what breaks: that is the whole group's matter, and not its first's alone. */
    private void carryOut(List<Member<T>> group) {
        var sent = new AtomicBoolean();
        var answered = new AtomicBoolean();
        var ids = new HashSet<String>();
        for (var member : group) {
            if (member.id != null && inHand.add(member.id)) {
                ids.add(member.id);
            }
        }
        var outcome = CompletableFuture.runAsync(
                        () -> transaction.executeWithoutResult(status -> {
                            decide(group, ids);
                            if (!status.isRollbackOnly()) { // what somebody gave up inside is found when all is over
                                sent.set(true);
                                shared.commit();
                                answered.set(true);
                            }
                        }),
                        Runnable::run)
                .handle((nothing, broken) ->
                        new Outcome(broken, broken == null || !sent.get() || (!answered.get() && isUndone(broken))))
                .join();
        if (outcome.fault != null) {
            log.info("{} steps together were not kept: {}", group.size(), outcome.fault.toString());
        }
        inHand.removeAll(ids);
        group.forEach(member -> member.finish(outcome));
    }

    /** Whoever comes second to a thing that this group or the other has in hand is passed over, and goes alone. */
    private void decide(List<Member<T>> group, Set<String> ids) {
        shared.gather();
        var taken = new HashSet<>(shared.takeUp(ids));
        for (var member : group) {
            if (member.id == null || taken.remove(member.id)) {
                member.decide(shared);
            }
        }
    }

    /** Whether the database said that it kept nothing; where it said something else, or nothing, nobody knows. */
    private static boolean isUndone(Throwable broken) {
        return Stream.iterate(broken, Objects::nonNull, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(no -> ((SQLException) no).getSQLState())
                .anyMatch(state -> state != null && UNDONE.stream().anyMatch(state::startsWith));
    }

    /**
     * How a group's transaction ended.
     *
     * @param fault null where it was kept
     * @param known false where the database was asked to commit, and did not say that it had
     */
    private record Outcome(@Nullable Throwable fault, boolean known) {}

    /** Somebody's step, and how it went. */
    private static final class Member<T> {

        private final @Nullable String id;
        private final Supplier<T> step;
        private final Thread thread = Thread.currentThread();
        private @Nullable T done;
        private @Nullable RuntimeException no;
        private volatile boolean taken;
        private volatile boolean over;

        Member(@Nullable String id, Supplier<T> step) {
            this.id = id;
            this.step = step;
        }

        void decide(Shared shared) {
            try {
                done = step.get();
            } catch (Refused | Malformed refusal) {
                if (id == null || shared.stands(id)) {
                    no = refusal; // nobody else of the group touched the same: it would be refused alone as well
                }
                throw refusal;
            }
        }

        /** Whether a broken commit was one nobody knows: each hears of it then, and nothing is done a second time. */
        void finish(Outcome outcome) {
            if (outcome.fault != null) {
                done = null;
            }
            if (!outcome.known) {
                no = new IllegalStateException("whether this step was kept is not known; look first", outcome.fault);
            }
            over = true;
            wake();
        }

        void wake() {
            LockSupport.unpark(thread);
        }

        /** What it made; empty where the step has to be taken alone. */
        Optional<T> answer() {
            if (no != null) {
                throw no;
            }
            return Optional.ofNullable(done);
        }
    }
}
