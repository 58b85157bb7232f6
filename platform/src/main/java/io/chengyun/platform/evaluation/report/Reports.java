package io.chengyun.platform.evaluation.report;

import io.chengyun.platform.access.Caller;
import io.chengyun.platform.evaluation.indicator.Asked;
import io.chengyun.platform.evaluation.indicator.Indicators;
import io.chengyun.platform.evaluation.indicator.Period;
import io.chengyun.platform.evaluation.indicator.Question;
import io.chengyun.platform.evaluation.indicator.Subject;
import io.chengyun.platform.place.Places;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.LongStream;
import org.springframework.stereotype.Service;

/** Makes reports (编制报告): what was asked, the whole beside it, and how the months before went. */
@Service
class Reports {

    /** A year of months: each season is in it once. */
    private static final int MONTHS = 12;

    private final Indicators indicators;
    private final Places places;
    private final Clock clock;

    Reports(Indicators indicators, Places places, Clock clock) {
        this.indicators = indicators;
        this.places = places;
        this.clock = clock;
    }

    Question read(Asked asked) {
        return indicators.read(asked);
    }

    Report make(Question question, Caller caller) {
        var members = indicators.count(question, caller);
        var whole = wholeOf(question, caller);
        return new Report(
                clock.instant(),
                members,
                indicators.count(whole, caller),
                indicators.counts(whole, months(question.period()), Report.CHARTED, caller));
    }

    /** The one member asked for, or all that the caller may see. */
    private Question wholeOf(Question question, Caller caller) {
        if (question.of() != null) {
            return question;
        }
        var town = caller.town();
        return town == null
                ? new Question(
                        Subject.DISTRICT, question.period(), places.district().code())
                : new Question(Subject.TOWN, question.period(), town.value());
    }

    private static List<Period> months(Period period) {
        var last = YearMonth.from(period.to().minusDays(1));
        return LongStream.rangeClosed(1, MONTHS)
                .mapToObj(number -> last.minusMonths(MONTHS - number))
                .map(month -> new Period(month.atDay(1), month.plusMonths(1).atDay(1)))
                .toList();
    }
}
