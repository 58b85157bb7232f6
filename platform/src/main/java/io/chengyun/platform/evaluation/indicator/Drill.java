package io.chengyun.platform.evaluation.indicator;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows behind a figure (明细): those that count first.
 *
 * @param total how many there are; at most {@value #MOST} are listed
 */
public record Drill(Indicator indicator, long total, List<Row> rows) {

    static final int MOST = 500;

    public Drill {
        rows = List.copyOf(rows);
    }

    /**
     * A case, or a turn of it (明细行).
     *
     * @param counted whether it is in the numerator
     * @param beganAt reported, or laid on the desk
     * @param doneAt closed, or taken from the desk; null while it is there
     */
    public record Row(
            String caseId,
            String caseClass,
            String town,
            String state,
            boolean counted,
            Instant beganAt,
            @Nullable Instant dueAt,
            @Nullable Instant doneAt) {}
}
