package io.chengyun.platform.dispatch.correction;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Needed;
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
        var area = new AreaCode(Needed.text("area", body.area()));
        var organisation = Needed.text("organisation", body.organisation());
        var row = new Row(
                Needed.text("caseClass", body.caseClass()), area, organisation, Needed.value("from", body.from()));
        return corrections.propose(row, Needed.text("note", body.note()), caller);
    }

    @PostMapping("/api/dispatch/corrections/{id}/signature")
    Correction sign(@PathVariable String id, @RequestBody SignatureBody body, Caller caller) {
        return corrections.sign(id, Needed.value("agreed", body.agreed()), Needed.text("note", body.note()), caller);
    }
}
