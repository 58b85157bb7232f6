package io.chengyun.platform.dispatch.correction;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Malformed;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.dispatch.correction.Correction.Row;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The door of corrections over HTTP (修正接口). */
@RestController
class CorrectionController {

    private static final int LONGEST_TEXT = 2_000;

    private final Corrections corrections;

    CorrectionController(Corrections corrections) {
        this.corrections = corrections;
    }

    /** A row as it is sent; everything may be missing until it is checked. */
    record ProposalBody(
            @Nullable String caseClass,
            @Nullable String area,
            @Nullable String organisation,
            @Nullable LocalDate from,
            @Nullable String note) {}

    /** A signature as it is sent. */
    record SignatureBody(@Nullable Boolean agreed, @Nullable String note) {}

    @GetMapping("/api/dispatch/corrections")
    List<Correction> list(Caller caller) {
        return corrections.list().stream()
                .filter(one -> caller.mayEnter(one.row().area()))
                .toList();
    }

    @PostMapping("/api/dispatch/corrections")
    @ResponseStatus(HttpStatus.CREATED)
    Correction propose(@RequestBody ProposalBody body, Caller caller) {
        if (body.from() == null) {
            throw new Malformed("from", "is needed, such as 2026-12-01");
        }
        var area = new AreaCode(text("area", body.area()));
        var organisation = text("organisation", body.organisation());
        var row = new Row(text("caseClass", body.caseClass()), area, organisation, body.from());
        return corrections.propose(row, text("note", body.note()), caller);
    }

    @PostMapping("/api/dispatch/corrections/{id}/signature")
    Correction sign(@PathVariable String id, @RequestBody SignatureBody body, Caller caller) {
        if (body.agreed() == null) {
            throw new Malformed("agreed", "is needed");
        }
        return corrections.sign(id, body.agreed(), text("note", body.note()), caller);
    }

    private static String text(String field, @Nullable String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new Malformed(field, "write 1 to " + LONGEST_TEXT + " characters");
        }
        return text.strip();
    }
}
