package io.chengyun.rules;

import io.chengyun.kernel.Grade;
import io.chengyun.kernel.Malformed;
import java.time.Duration;
import java.util.Locale;

/**
 * Where a grade begins and where it ends (限值).
 *
 * @param value the grade is reached when a value is {@code beyond} this
 * @param clear a grade once reached holds while the value is {@code beyond} this (hysteresis, 回差); equal to
 *     {@code value} when there is none
 * @param minimum how long values must stay beyond, by their own times, before the grade is reached
 */
public record Limit(Grade grade, Comparison beyond, double value, double clear, Duration minimum) {

    public Limit {
        if (!Double.isFinite(value) || !Double.isFinite(clear)) {
            throw new Malformed("limit", "must be a finite number");
        }
        boolean wrongSide = beyond.upward() ? clear > value : clear < value;
        if (wrongSide) {
            throw new Malformed("clear", "must lie on the mild side of the limit " + Words.number(value));
        }
        if (minimum.isNegative()) {
            throw new Malformed("minimum", "must not be negative");
        }
    }

    public static Limit of(Grade grade, Comparison beyond, double value) {
        return new Limit(grade, beyond, value, value, Duration.ZERO);
    }

    /** Whether a value is beyond it. */
    public boolean reachedBy(double measured) {
        return beyond.holds(measured, value);
    }

    boolean stillHeldBy(double measured) {
        return beyond.holds(measured, clear);
    }

    String sentence(Words words) {
        var lasting = minimum.isZero() ? "" : "，持续 " + Words.span(minimum);
        var until = clear == value ? "" : "，不再 " + beyond.sign() + " " + Words.number(clear) + " 时解除";
        return beyond.sign() + " " + words.amount(value) + " " + colour() + lasting + until;
    }

    String sentenceEn(Words words) {
        var lasting = minimum.isZero() ? "" : " for " + Words.spanEn(minimum);
        var until = clear == value ? "" : " until no longer " + beyond.sign() + " " + Words.number(clear);
        return beyond.sign() + " " + words.amountEn(value) + lasting + " "
                + grade.name().toLowerCase(Locale.ROOT) + until;
    }

    private String colour() {
        return switch (grade) {
            case BLUE -> "蓝色";
            case YELLOW -> "黄色";
            case ORANGE -> "橙色";
            case RED -> "红色";
        };
    }
}
