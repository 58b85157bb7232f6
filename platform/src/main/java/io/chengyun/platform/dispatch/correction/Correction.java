package io.chengyun.platform.dispatch.correction;

import io.chengyun.kernel.AreaCode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row that goes before the duty list (责任清单修正): who handles a class in an area from a day on.
 *
 * @param signature who said yes or no; null while nobody has
 */
public record Correction(
        String id, Row row, Proposal proposal, @Nullable Signature signature) {

    /**
     * 修正内容.
     *
     * @param area a town or a comprehensive grid
     * @param from the first day on which it holds
     */
    public record Row(String caseClass, AreaCode area, String organisation, LocalDate from) {}

    /** 修正建议: who proposes it and why. */
    public record Proposal(String by, String note, Instant at) {}

    /** 修正签批. */
    public record Signature(String by, boolean agreed, String note, Instant at) {}

    boolean holdsOn(LocalDate day) {
        return signature != null && signature.agreed() && !day.isBefore(row.from());
    }

    Correction signed(Signature given) {
        return new Correction(id, row, proposal, given);
    }
}
