package io.chengyun.platform.ledger.tamper;

import io.chengyun.platform.access.Caller;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was found changed past the house (篡改清单), for those who see the whole district. */
@RestController
class TamperController {

    private static final int MOST = 200;

    private final TamperStore store;

    TamperController(TamperStore store) {
        this.store = store;
    }

    record Tampers(List<Tamper> tampers) {}

    /** The newest first, at most 200; none for those of one town. */
    @GetMapping("/api/ledger/tampers")
    Tampers list(Caller caller) {
        return new Tampers(caller.town() == null ? store.list(MOST) : List.of());
    }
}
