package io.chengyun.platform.scenario;

import io.chengyun.kernel.Grade;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How the dangers of a scenario are warned of (预警规定). */
public record WarningPolicy(List<Danger> dangers) {

    /** Of a package that only flags observations, or only files cases. */
    static final WarningPolicy NONE = new WarningPolicy(List.of());

    public WarningPolicy {
        dangers = List.copyOf(dangers);
    }

    public Optional<Danger> find(String code) {
        return dangers.stream().filter(danger -> danger.code().equals(code)).findFirst();
    }

    /**
     * A kind of danger (险情).
     *
     * @param code such as {@code rainstorm}
     * @param icon name of the console's icon
     * @param quiet how long no grade may be held before the warning is lifted
     * @param receipts who must say "seen", mild grades first
     */
    public record Danger(String code, String name, String nameEn, String icon, Duration quiet, List<Receipt> receipts) {
        public Danger {
            receipts = List.copyOf(receipts);
        }

        /** What is expected at a grade: the entry of the gravest grade not above it. */
        public Optional<Receipt> receiptAt(Grade grade) {
            return receipts.stream()
                    .filter(receipt -> !receipt.from().graverThan(grade))
                    .reduce((mild, grave) -> grave);
        }
    }

    /**
     * Who must acknowledge a warning (签收要求).
     *
     * @param from mildest grade for which it is expected
     * @param within time for it, from the raising on
     * @param by kind of organisation, such as {@code town_centre}
     * @param otherwise kind of organisation that is told when nobody did
     */
    public record Receipt(Grade from, Duration within, String by, String otherwise) {}
}
