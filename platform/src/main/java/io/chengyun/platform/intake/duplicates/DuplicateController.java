package io.chengyun.platform.intake.duplicates;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.intake.Intake;
import io.chengyun.platform.intake.IntakeRefusal;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The door for duplicates over HTTP (查重接口). */
@RestController
class DuplicateController {

    private final Intake intake;
    private final Duplicates duplicates;

    DuplicateController(Intake intake, Duplicates duplicates) {
        this.intake = intake;
        this.duplicates = duplicates;
    }

    /** The open matters that the request probably repeats, likeliest first; another town's request is absent. */
    @GetMapping("/api/intake/requests/{id}/duplicates")
    List<Duplicate> list(@PathVariable String id, Caller caller) {
        if (!caller.mayEnter(intake.get(id).spot().town())) {
            throw new Refused(IntakeRefusal.ABSENT);
        }
        return duplicates.list(id);
    }
}
