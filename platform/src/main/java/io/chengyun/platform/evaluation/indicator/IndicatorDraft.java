package io.chengyun.platform.evaluation.indicator;

import static java.util.Objects.requireNonNull;

import io.chengyun.platform.evaluation.indicator.Indicator.Measure;
import io.chengyun.platform.evaluation.indicator.Indicator.Sql;
import io.chengyun.platform.evaluation.indicator.Indicator.Text;
import org.jspecify.annotations.Nullable;

/** An indicator being written down (指标定义), in the words of the list. */
final class IndicatorDraft {

    private final String code;
    private final Text name;
    private @Nullable Text counted;
    private @Nullable Text divisor;

    private IndicatorDraft(String code, Text name) {
        this.code = code;
        this.name = name;
    }

    static IndicatorDraft of(String code, String zh, String en) {
        return new IndicatorDraft(code, new Text(zh, en));
    }

    IndicatorDraft counts(String zh, String en) {
        this.counted = new Text(zh, en);
        return this;
    }

    IndicatorDraft over(String zh, String en) {
        return over(new Text(zh, en));
    }

    IndicatorDraft over(Text words) {
        this.divisor = words;
        return this;
    }

    Indicator share(Base base, String over, String counting) {
        return made(Measure.SHARE, new Sql(base, over, counting));
    }

    Indicator ratio(Base base, String over, String counting) {
        return made(Measure.RATIO, new Sql(base, over, counting));
    }

    /** What a desk had to do, and did within its limit with one of these outcomes. */
    Indicator inTime(String desk, String... outcomes) {
        counts("在时限内办完", "done within the limit");
        return share(Base.TURN, Conditions.toBeDone(desk, outcomes), Conditions.doneInTime(outcomes));
    }

    Indicator count(Base base, String which) {
        counts("件数", "how many");
        return made(Measure.COUNT, new Sql(base, which, "true"));
    }

    Indicator measured(Measure measure, Sql sql) {
        return made(measure, sql);
    }

    private Indicator made(Measure measure, Sql sql) {
        return new Indicator(code, name, requireNonNull(counted), requireNonNull(divisor), measure, sql);
    }
}
