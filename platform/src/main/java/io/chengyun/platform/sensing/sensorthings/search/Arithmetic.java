package io.chengyun.platform.sensing.sensorthings.search;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.sensing.sensorthings.query.Operator;
import io.chengyun.platform.sensing.sensorthings.search.Value.Plain;
import io.chengyun.platform.sensing.sensorthings.search.Value.Type;

/** Reckons with two values (运算): numbers, and times with durations. */
final class Arithmetic {

    private final String option;
    private final Operator operator;

    Arithmetic(String option, Operator operator) {
        this.option = option;
        this.operator = operator;
    }

    Value of(Value left, Value right) {
        boolean plain = operator == Operator.ADD || operator == Operator.SUB;
        if (plain && left.types().contains(Type.INSTANT)) {
            return time(left, right);
        }
        if (plain && left.types().contains(Type.DURATION)) {
            return new Plain(
                    Type.DURATION, sql(left.as(Type.DURATION), right.need(Type.DURATION, option, operator.word())));
        }
        var one = left.need(Type.NUMBER, option, operator.word());
        var other = right.need(Type.NUMBER, option, operator.word());
        return new Plain(
                Type.NUMBER,
                operator == Operator.MOD
                        ? SqlText.fill("mod({0}::numeric, {1}::numeric)::float8", one, other)
                        : sql(one, other));
    }

    private Value time(Value left, Value right) {
        var one = left.as(Type.INSTANT);
        if (right.types().contains(Type.DURATION)) {
            return new Plain(Type.INSTANT, sql(one, right.as(Type.DURATION)));
        }
        if (operator == Operator.SUB && right.types().contains(Type.INSTANT)) {
            return new Plain(Type.DURATION, sql(one, right.as(Type.INSTANT)));
        }
        throw new Malformed(option, operator.word() + " needs a duration, such as duration'PT1H', after a time");
    }

    private SqlText sql(SqlText left, SqlText right) {
        return SqlText.fill("({0} " + operator.sign() + " {1})", left, right);
    }
}
