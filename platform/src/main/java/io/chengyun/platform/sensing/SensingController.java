package io.chengyun.platform.sensing;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what came, what was stored and what was not (感知统计). */
@RestController
@RequestMapping("/api/sensing")
class SensingController {

    private static final int MOST = 1_000;

    private final QuarantineStore quarantine;

    SensingController(QuarantineStore quarantine) {
        this.quarantine = quarantine;
    }

    /** Rows by source and code: received = stored + the other codes. */
    @GetMapping("/counts")
    Map<String, Map<String, Long>> counts() {
        return quarantine.counts();
    }

    /** The newest rejected rows. */
    @GetMapping("/quarantine")
    List<QuarantineStore.Quarantined> quarantine(@RequestParam(defaultValue = "100") int limit) {
        return quarantine.list(Math.min(Math.max(limit, 0), MOST));
    }
}
