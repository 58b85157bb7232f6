package io.chengyun.platform.warning;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Warnings over HTTP, those of the caller's towns only. */
@RestController
@RequestMapping("/api/warnings")
class WarningController {

    private static final int MOST = 500;

    private final Warnings warnings;

    WarningController(Warnings warnings) {
        this.warnings = warnings;
    }

    @GetMapping
    List<Warning> list(
            Caller caller,
            @RequestParam(defaultValue = "false") boolean standing,
            @RequestParam(defaultValue = "100") int limit) {
        var found = standing ? warnings.listStanding() : warnings.list(Math.min(limit, MOST));
        return found.stream()
                .filter(warning -> caller.mayEnter(warning.identity().town()))
                .toList();
    }

    @GetMapping("/{id}")
    Warning get(Caller caller, @PathVariable String id) {
        return warnings.find(id)
                .filter(warning -> caller.mayEnter(warning.identity().town()))
                .orElseThrow(() -> new Refused(WarningRefusal.ABSENT));
    }

    @PostMapping("/{id}/receipts")
    Warning receive(Caller caller, @PathVariable String id) {
        return warnings.receive(id, caller);
    }
}
