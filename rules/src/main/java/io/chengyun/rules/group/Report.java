package io.chengyun.rules.group;

import io.chengyun.kernel.Grade;
import io.chengyun.rules.Finding;
import io.chengyun.rules.Micros;

/**
 * What a group hears of a member (上报): a value it observed, or what a rule says of it.
 *
 * @param topic code of the observed property, or {@link #signal} of a rule
 * @param micros when it was observed, in microseconds since 1970
 * @param value the value observed; of a signal 1 to 4 for blue to red, 0 when eased, NaN when unknown
 */
public record Report(Member from, String topic, long micros, double value) {

    private static final String SIGNAL = "@";

    /** The topic under which a rule speaks. */
    public static String signal(String rule) {
        return SIGNAL + rule;
    }

    /** The rule that speaks under a topic; the empty text for a property. */
    public static String ruleOf(String topic) {
        return topic.startsWith(SIGNAL) ? topic.substring(SIGNAL.length()) : "";
    }

    public static Report measured(Member from, long micros, double value) {
        return new Report(from, from.property(), micros, value);
    }

    public static Report judged(Member from, String rule, Finding finding) {
        return new Report(from, signal(rule), Micros.of(finding.at()), value(finding));
    }

    private static double value(Finding finding) {
        return switch (finding.state()) {
            case GRADED ->
                finding.grade() == null
                        ? Grade.BLUE.ordinal() + 1
                        : finding.grade().ordinal() + 1;
            case EASED -> 0;
            case UNKNOWN -> Double.NaN;
        };
    }
}
