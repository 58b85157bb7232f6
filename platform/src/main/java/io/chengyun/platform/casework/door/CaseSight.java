package io.chengyun.platform.casework.door;

import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.sight.Sight;
import io.chengyun.platform.casework.Casework;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose a case is (案件可见范围): its town's. */
@Component
class CaseSight implements Sight {

    private final Casework casework;

    CaseSight(Casework casework) {
        this.casework = casework;
    }

    @Override
    public Optional<Boolean> maySee(Caller caller, String subject) {
        return casework.find(subject)
                .map(file -> caller.mayEnter(file.matter().spot().town()));
    }
}
