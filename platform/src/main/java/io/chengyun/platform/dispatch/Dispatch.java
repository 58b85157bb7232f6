package io.chengyun.platform.dispatch;

import io.chengyun.kernel.Ids;
import io.chengyun.platform.dispatch.Work.Assignment;
import io.chengyun.platform.dispatch.Work.State;
import io.chengyun.platform.dispatch.Work.Task;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.place.Position;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Front door of dispatch (派遣): asks come in, an organisation gets the work, and everybody hears of it. */
@Service
public class Dispatch {

    private final DutyDesk duty;
    private final WorkStore store;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Dispatch(DutyDesk duty, WorkStore store, Journal journal, Ids ids, Clock clock) {
        this.duty = duty;
        this.store = store;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Gives a task to whom the duty list names, lowest level first.
     *
     * @param origin whatever the one who asks calls it by
     * @param organisation who shall have it, whatever the duty list says; null to let the list decide
     */
    @Transactional
    public Work request(String origin, Task task, @Nullable String organisation) {
        return assign(origin, task, organisation == null ? duty.assign(task) : duty.named(organisation));
    }

    /** The task at the road where the point stands, and at the nearest part of its class. */
    public Task sited(Task task, Position point) {
        return duty.sited(task, point);
    }

    /** Who would get the task by the duty list, were it asked for today; empty where no list speaks of its class. */
    public Optional<String> find(Task task) {
        return duty.knows(task) ? Optional.of(duty.assign(task).organisation()) : Optional.empty();
    }

    /** Gives a disputed task to whoever takes what nobody else takes (属地兜底). */
    @Transactional
    public Work requestFallback(String origin, Task task) {
        return assign(origin, task, duty.fallback(task));
    }

    /** The work is done; said again it changes nothing. */
    @Transactional
    public void finish(String id) {
        end(id, State.FINISHED, WorkEvent.Finished::new);
    }

    /** The work is taken from the organisation; finished work stays finished. */
    @Transactional
    public void withdraw(String id) {
        end(id, State.WITHDRAWN, WorkEvent.Withdrawn::new);
    }

    /** The organisation gives the work back; finished work stays finished. */
    @Transactional
    public void giveBack(String id) {
        end(id, State.RETURNED, WorkEvent.Returned::new);
    }

    /** Everything that was given out for this origin, the oldest first. */
    public List<Work> list(String origin) {
        return store.list(origin);
    }

    /** 回退统计: how often work of each class, level and organisation came back, the most often first. */
    public List<ReturnFigure> returns() {
        return store.returns();
    }

    /**
     * How often the work of one row came back (回退统计).
     *
     * @param given how often it was given out
     * @param town where
     * @param wentTo who had it most often after a return; null where nobody has yet
     */
    public record ReturnFigure(
            String caseClass,
            String town,
            @Nullable String level,
            String organisation,
            long given,
            long returned,
            @Nullable String wentTo) {}

    private Work assign(String origin, Task task, Assignment assignment) {
        var at = clock.instant();
        var work = new Work(ids.next("k"), origin, task, assignment, State.OPEN, at, null);
        journal.append(new WorkEvent.Assigned(work, at));
        return work;
    }

    private void end(String id, State how, BiFunction<Work, Instant, WorkEvent> telling) {
        var at = clock.instant();
        journal.lastTold(id)
                .map(told -> ((WorkEvent) told).now())
                .or(() -> store.lock(id))
                .filter(work -> work.state() == State.OPEN)
                .ifPresent(work -> journal.append(telling.apply(work.ended(how, at), at)));
    }
}
