package io.chengyun.platform.dispatch;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.address.owner.Holding;
import io.chengyun.platform.address.owner.Site;
import io.chengyun.platform.scenario.DutyList.Level;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that an organisation was given to do (任务).
 *
 * @param origin whatever the one who asked calls it by; given back unread
 * @param endedAt when it was finished or withdrawn; null while it is open
 */
public record Work(
        String id,
        String origin,
        Task task,
        Assignment assignment,
        State state,
        Instant askedAt,
        @Nullable Instant endedAt) {

    /** 未完、完成、撤回、退回. */
    public enum State {
        OPEN,
        FINISHED,
        WITHDRAWN,
        /** The organisation gave it back: it was not theirs. */
        RETURNED
    }

    /**
     * What is to be done and where: a class of cases in a town and grid.
     *
     * @param site at which road and part; null where nobody said
     */
    public record Task(
            String caseClass,
            AreaCode town,
            AreaCode grid,
            @Nullable Site site) {

        /** Where nobody said at which road or part. */
        public Task(String caseClass, AreaCode town, AreaCode grid) {
            this(caseClass, town, grid, null);
        }
    }

    /**
     * Who has it.
     *
     * @param level height of the city at which the duty list found the organisation; null when somebody named it
     * @param fallback whether it fell to the one who takes what nobody else takes (兜底)
     * @param basis why it is they; null where somebody named them, or nobody else takes it
     */
    public record Assignment(
            String organisation,
            @Nullable Level level,
            boolean fallback,
            @Nullable Basis basis) {}

    /**
     * 派遣依据: what says that it is theirs.
     *
     * @param correction id of the signed correction; null for a row of the duty list
     * @param area the area of which it speaks
     * @param from the first day on which it holds; null for ever since
     * @param holding whose the part or the road is, where that made it theirs; null where it did not
     */
    public record Basis(
            @Nullable String correction,
            String caseClass,
            AreaCode area,
            @Nullable LocalDate from,
            @Nullable Holding holding) {}

    Work ended(State how, Instant at) {
        return new Work(id, origin, task, assignment, how, askedAt, at);
    }
}
