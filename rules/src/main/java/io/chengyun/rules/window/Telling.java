package io.chengyun.rules.window;

import io.chengyun.rules.Finding;
import io.chengyun.rules.Limit;
import io.chengyun.rules.Limits;
import io.chengyun.rules.Words;
import java.time.Duration;
import java.util.Locale;

/** How a window is spoken of (窗口用语). */
record Telling(Words words, Aggregate aggregate, double q, Duration window) {

    Finding.Reading graded(double value, boolean complete, Limit limit) {
        return reading(value, complete, new String[] {"，限值 ", ", limit "}, limit);
    }

    Finding.Reading eased(double value, boolean complete, Limit mildest) {
        var says = mildest.beyond().upward() ? "，已不超过 " : "，已不低于 ";
        return reading(value, complete, new String[] {says, ", no longer beyond "}, mildest);
    }

    private Finding.Reading reading(double value, boolean complete, String[] says, Limit limit) {
        var unit = measured();
        return new Finding.Reading(
                value,
                unit.unitEn(),
                Words.span(window)
                        + (isSum() ? "" : what())
                        + bound(complete)
                        + unit.amount(value)
                        + says[0]
                        + unit.amount(limit.value()),
                headEn((isSum() ? "" : whatEn() + " ") + boundEn(complete) + unit.amountEn(value) + " in "
                        + Words.spanEn(window) + says[1] + unit.amountEn(limit.value())));
    }

    /** The words with the unit of what is told; a count has its own. */
    private Words measured() {
        return aggregate == Aggregate.COUNT ? new Words(words.name(), words.nameEn(), "次", "reports") : words;
    }

    private boolean isSum() {
        return aggregate == Aggregate.SUM;
    }

    private String bound(boolean complete) {
        return complete
                ? " "
                : switch (aggregate.bound()) {
                    case LOWER -> "至少 ";
                    case UPPER -> "至多 ";
                    case NONE -> "约 ";
                };
    }

    private String boundEn(boolean complete) {
        return complete
                ? ""
                : switch (aggregate.bound()) {
                    case LOWER -> "at least ";
                    case UPPER -> "at most ";
                    case NONE -> "about ";
                };
    }

    private String what() {
        return aggregate == Aggregate.QUANTILE ? " " + percent() + "% 分位" : aggregate.word();
    }

    private String whatEn() {
        return aggregate == Aggregate.QUANTILE ? percent() + " % quantile" : aggregate.wordEn();
    }

    private String percent() {
        return Words.number(q * 100);
    }

    private static String headEn(String said) {
        return said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1);
    }

    String sentence(Limits limits) {
        var named = aggregate == Aggregate.COUNT ? words.name() + what() : what() + words.name();
        return Words.span(window) + named + "：" + limits.sentence(measured());
    }

    String sentenceEn(Limits limits) {
        var head = isSum() ? words.headEn() : headEn(whatEn()) + " of " + words.nameEn();
        return head + " in " + Words.spanEn(window) + ": " + limits.sentenceEn(measured());
    }
}
