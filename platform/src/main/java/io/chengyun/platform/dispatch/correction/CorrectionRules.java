package io.chengyun.platform.dispatch.correction;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.dispatch.correction.Correction.Signature;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Decides on corrections (修正规则): signed by another than who proposed, never for days gone by. Values in, values out. */
final class CorrectionRules {

    CorrectionEvent propose(Correction asked, LocalDate today) {
        if (asked.row().from().isBefore(today)) {
            throw new Malformed("from", "name today or a day to come: cases of days gone by stay where they are");
        }
        return new CorrectionEvent.Proposed(asked, asked.proposal().at());
    }

    CorrectionEvent sign(Correction asked, Signature signature) {
        if (asked.signature() != null) {
            throw new Refused(CorrectionRefusal.DECIDED);
        }
        if (asked.proposal().by().equals(signature.by())) {
            throw new Refused(CorrectionRefusal.OWN_PROPOSAL);
        }
        var signed = asked.signed(signature);
        return signature.agreed()
                ? new CorrectionEvent.Signed(signed, signature.at())
                : new CorrectionEvent.Declined(signed, signature.at());
    }

    /** Which of them speaks of this class there on this day: the grid's before the town's, then the newest. */
    Optional<Correction> find(List<Correction> all, String caseClass, List<AreaCode> narrowestFirst, LocalDate on) {
        return narrowestFirst.stream()
                .flatMap(area -> all.stream()
                        .filter(one -> one.holdsOn(on)
                                && one.row().caseClass().equals(caseClass)
                                && one.row().area().equals(area))
                        .max(Comparator.comparing((Correction one) -> one.row().from())
                                .thenComparing(Correction::id))
                        .stream())
                .findFirst();
    }
}
