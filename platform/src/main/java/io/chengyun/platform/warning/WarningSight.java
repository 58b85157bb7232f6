package io.chengyun.platform.warning;

import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.sight.Sight;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose a warning is (预警可见范围): its town's. */
@Component
class WarningSight implements Sight {

    private final WarningStore store;

    WarningSight(WarningStore store) {
        this.store = store;
    }

    @Override
    public Optional<Boolean> maySee(Caller caller, String subject) {
        return store.find(subject)
                .map(warning -> caller.mayEnter(warning.identity().town()));
    }
}
