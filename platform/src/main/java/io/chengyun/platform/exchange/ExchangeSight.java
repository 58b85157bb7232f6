package io.chengyun.platform.exchange;

import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.sight.Sight;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose the records of a data set are (数据可见范围): its owner's. */
@Component
class ExchangeSight implements Sight {

    private final Catalogue catalogue;

    ExchangeSight(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Optional<Boolean> maySee(Caller caller, String subject) {
        return catalogue.find(subject).map(set -> ExchangeRules.oversees(set, caller));
    }
}
