package io.chengyun.platform.sensing.sensorthings.search;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.sensing.sensorthings.query.Operator;
import io.chengyun.platform.sensing.sensorthings.search.Value.Period;
import io.chengyun.platform.sensing.sensorthings.search.Value.Type;
import io.chengyun.platform.sensing.sensorthings.search.Value.Written;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares two values (比较): as the first type that both can be read as, never by a cast that could fail. */
final class Comparison {

    private final String option;
    private final Operator operator;

    Comparison(String option, Operator operator) {
        this.option = option;
        this.operator = operator;
    }

    SqlText of(Value left, Value right) {
        if (right instanceof Written written && written.nothing()) {
            return presence(left);
        }
        if (left instanceof Written written && written.nothing()) {
            return presence(right);
        }
        if (left instanceof Period || right instanceof Period) {
            return times(left, right);
        }
        var both = EnumSet.allOf(Type.class);
        both.retainAll(left.types());
        both.retainAll(right.types());
        if (both.isEmpty()) {
            throw new Malformed(option, operator.word() + " compares " + words(left) + " with " + words(right));
        }
        // Two values of unknown type are compared as texts: every one has that reading.
        var type = both.size() > 1 ? Type.TEXT : both.iterator().next();
        return SqlText.fill("({0} " + operator.sign() + " {1})", left.as(type), right.as(type));
    }

    private SqlText presence(Value value) {
        return switch (operator) {
            case EQ -> SqlText.fill("({0} is null)", value.presence());
            case NE -> SqlText.fill("({0} is not null)", value.presence());
            default -> throw new Malformed(option, "null can only be compared by eq and ne");
        };
    }

    private static String words(Value value) {
        return value.types().isEmpty()
                ? "a place"
                : value.types().stream().map(Type::words).collect(Collectors.joining(" or "));
    }

    /** What lasts is before a time when it has ended by then, and after it when it has not begun. */
    private SqlText times(Value left, Value right) {
        var begin = left.need(Type.INSTANT, option, operator.word());
        var other = right.need(Type.INSTANT, option, operator.word());
        var end = end(left);
        var otherEnd = end(right);
        return switch (operator) {
            case LT, LE -> before(begin, end, other);
            case GT, GE -> before(other, otherEnd, begin, operator == Operator.GT ? ">" : ">=");
            case EQ -> same(begin, end, other, otherEnd);
            case NE -> SqlText.fill("(not {0})", same(begin, end, other, otherEnd));
            default -> throw new IllegalStateException(operator + " does not compare");
        };
    }

    private SqlText before(SqlText begin, @Nullable SqlText end, SqlText other) {
        var starts = SqlText.fill("{0} " + operator.sign() + " {1}", begin, other);
        return end == null
                ? SqlText.fill("({0})", starts)
                : SqlText.fill("({0} and ({1} is null or {1} <= {2}))", starts, end, other);
    }

    private static SqlText before(SqlText other, @Nullable SqlText otherEnd, SqlText begin, String sign) {
        var starts = SqlText.fill("{0} " + sign + " {1}", begin, other);
        return otherEnd == null
                ? SqlText.fill("({0})", starts)
                : SqlText.fill("({0} and ({1} is null or {2} >= {1}))", starts, otherEnd, begin);
    }

    private static SqlText same(SqlText begin, @Nullable SqlText end, SqlText other, @Nullable SqlText otherEnd) {
        var none = SqlText.raw("null");
        return SqlText.fill(
                "({0} = {1} and {2} is not distinct from {3})",
                begin, other, end == null ? none : end, otherEnd == null ? none : otherEnd);
    }

    private static @Nullable SqlText end(Value value) {
        return value instanceof Period period ? period.end() : null;
    }
}
