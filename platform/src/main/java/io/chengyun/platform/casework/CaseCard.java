package io.chengyun.platform.casework;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Grade;
import io.chengyun.platform.casework.CaseFile.Holder;
import io.chengyun.platform.casework.CaseState.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case as lists and maps show it (案件卡片): one flat object in JSON.
 *
 * @param warning id of the warning behind it; null without one
 * @param version to be given with an action, so that nobody acts on what is no longer so
 */
public record CaseCard(
        String id,
        @JsonUnwrapped Label label,
        @JsonUnwrapped Standing standing,
        @JsonUnwrapped Spot spot,
        @JsonUnwrapped Deadlines deadlines,
        @JsonUnwrapped Times times,
        @Nullable String warning,
        long version) {

    /** What it is called. */
    public record Label(
            String caseClass,
            String title,
            String titleEn,
            @Nullable Grade grade) {}

    /** How it stands, and with whom. */
    public record Standing(CaseState state, Stage stage, Holder holder) {}

    /** Where it is. */
    public record Spot(AreaCode town, AreaCode grid, double lon, double lat) {}

    /**
     * When it is due.
     *
     * @param holderDeadlineAt null while the holder's clock does not run
     * @param contactDeadlineAt by when who asked is to be spoken to; null where nobody waits for that
     */
    public record Deadlines(
            Instant businessDeadlineAt,
            @Nullable Instant holderDeadlineAt,
            @Nullable Instant contactDeadlineAt,
            boolean overdue) {}

    /** Since when it is known, and when anything last happened to it. */
    public record Times(Instant openedAt, Instant changedAt) {}

    /** The card of a case as it stands. */
    public static CaseCard of(CaseFile file) {
        var matter = file.matter();
        var spot = matter.spot();
        var holding = file.clocks().holder();
        var due = holding != null && holding.runs() ? holding.dueAt() : null;
        return new CaseCard(
                file.id(),
                new Label(matter.caseClass(), matter.title(), matter.titleEn(), matter.grade()),
                new Standing(file.state(), file.state().stage(), file.holder()),
                new Spot(spot.town(), spot.grid(), spot.lon(), spot.lat()),
                new Deadlines(file.clocks().business().dueAt(), due, file.contactDueAt(), file.overdue()),
                new Times(file.origin().at(), file.revision().at()),
                file.origin().warning(),
                file.revision().number());
    }
}
