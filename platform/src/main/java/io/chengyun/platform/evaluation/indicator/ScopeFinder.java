package io.chengyun.platform.evaluation.indicator;

import io.chengyun.platform.access.Caller;
import io.chengyun.platform.evaluation.indicator.IndicatorStore.Scope;
import io.chengyun.platform.place.Places;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Finds which facts a question is about (统计范围), and by which of the district's numbers they count. */
@Component
class ScopeFinder {

    private final Places places;
    private final Recurrence recurrence;
    private final Clock clock;

    ScopeFinder(Places places, Recurrence recurrence, Clock clock) {
        this.places = places;
        this.recurrence = recurrence;
        this.clock = clock;
    }

    /** Reads the district's numbers when the house starts, so that a wrong file stops it there. */
    @Configuration(proxyBeanMethods = false)
    static class RecurrenceConfiguration {

        @Bean
        Recurrence recurrence(@Value("${chengyun.place.district:districts/minhang}") String district) {
            return Recurrence.read(Path.of(district));
        }
    }

    /** The month that the district is in. */
    YearMonth month() {
        return YearMonth.from(places.today());
    }

    Scope scope(Question question, Caller caller) {
        var zone = places.district().zone();
        var period = question.period();
        return new Scope(
                question.subject(),
                question.of(),
                caller.town(),
                period.startsAt(zone),
                period.countedTo(zone, clock.instant()),
                recurrence.on(period.to().minusDays(1)));
    }
}
