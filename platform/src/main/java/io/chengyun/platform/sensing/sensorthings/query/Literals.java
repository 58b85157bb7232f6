package io.chengyun.platform.sensing.sensorthings.query;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.sensing.notation.PhenomenonTime;
import io.chengyun.platform.sensing.sensorthings.query.Expression.Literal;
import io.chengyun.platform.sensing.sensorthings.query.Expression.Span;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/** Reads the values that a caller wrote (字面值). */
final class Literals {

    private Literals() {}

    /** True, false and null. */
    static Optional<Literal> constant(String word) {
        return switch (word) {
            case "true" -> Optional.of(new Literal(Literal.Kind.TRUTH, true));
            case "false" -> Optional.of(new Literal(Literal.Kind.TRUTH, false));
            case "null" -> Optional.of(new Literal(Literal.Kind.NOTHING, ""));
            default -> Optional.empty();
        };
    }

    static Literal of(String option, Token token) {
        var text = token.text();
        try {
            return switch (token.kind()) {
                case NUMBER -> new Literal(Literal.Kind.NUMBER, Double.valueOf(text));
                case STRING -> new Literal(Literal.Kind.TEXT, unquoted(text, 0));
                case INSTANT -> new Literal(Literal.Kind.INSTANT, instant(option, text));
                case DATE -> new Literal(Literal.Kind.DATE, LocalDate.parse(text));
                case TIME -> new Literal(Literal.Kind.TIME, LocalTime.parse(text));
                case PREFIXED -> prefixed(option, text);
                case NAME, OPEN, CLOSE, COMMA, SLASH, END -> throw new Malformed(option, text + " is no value");
            };
        } catch (DateTimeException none) {
            throw new Malformed(option, text + " is no date, time or duration");
        }
    }

    static Literal period(String option, String begin, String end) {
        var span = new Span(instant(option, begin), instant(option, end));
        if (span.end().isBefore(span.begin())) {
            throw new Malformed(option, begin + "/" + end + " ends before it begins");
        }
        return new Literal(Literal.Kind.PERIOD, span);
    }

    private static Literal prefixed(String option, String text) {
        int quote = text.indexOf('\'');
        var inner = unquoted(text, quote);
        return switch (text.substring(0, quote)) {
            case "duration" -> new Literal(Literal.Kind.DURATION, Duration.parse(inner));
            case "geography", "geometry" -> new Literal(Literal.Kind.SHAPE, inner);
            case "datetime", "datetimeoffset" -> new Literal(Literal.Kind.INSTANT, instant(option, inner));
            default -> throw new Malformed(option, "only duration, geography and geometry stand before a quoted text");
        };
    }

    private static Instant instant(String option, String text) {
        // A plus that nobody escaped arrived as a space.
        long micros = PhenomenonTime.parse(text.replace(' ', '+'));
        if (micros == PhenomenonTime.INVALID) {
            throw new Malformed(option, text + " is no time such as 2026-07-01T08:00:00Z");
        }
        return PhenomenonTime.instant(micros);
    }

    private static String unquoted(String text, int quote) {
        return text.substring(quote + 1, text.length() - 1).replace("''", "'");
    }
}
