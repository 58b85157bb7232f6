package io.chengyun.platform.evaluation.report;

import io.chengyun.platform.evaluation.indicator.Sheet;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report over one period (评价报告).
 *
 * @param members a line for each member of the question
 * @param whole one line for all of them together; the member itself where only one was asked for
 * @param months the same for each month up to the period's last, the oldest first, of the few indicators that charts show
 */
public record Report(Instant madeAt, Sheet members, Sheet whole, List<Sheet> months) {

    /** What the charts show. */
    static final List<String> CHARTED = List.of("reported", "closing", "closing_in_time", "handling_in_time", "rework");

    /** What the line of a member shows in print. */
    static final List<String> COMPARED =
            List.of("closing", "closing_in_time", "handling_in_time", "returned", "rework", "resolved");

    public Report {
        months = List.copyOf(months);
    }

    /** The figure of the whole in one of the months; null where there was nothing to count. */
    static Sheet.@Nullable Figure figure(Sheet sheet, String indicator) {
        return sheet.lines().stream()
                .flatMap(line -> line.find(indicator).stream())
                .findFirst()
                .orElse(null);
    }
}
