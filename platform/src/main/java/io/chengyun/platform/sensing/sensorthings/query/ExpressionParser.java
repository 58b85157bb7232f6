package io.chengyun.platform.sensing.sensorthings.query;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.sensing.sensorthings.query.Expression.Binary;
import io.chengyun.platform.sensing.sensorthings.query.Expression.Call;
import io.chengyun.platform.sensing.sensorthings.query.Expression.Not;
import io.chengyun.platform.sensing.sensorthings.query.Expression.Path;
import io.chengyun.platform.sensing.sensorthings.query.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads an expression (语法): operators by how tightly they bind, everything else by what comes next. */
final class ExpressionParser {

    private final String option;
    private final Allowance allowance;
    private final List<Token> tokens;
    private int next;
    private int depth;

    private ExpressionParser(String option, String text, Allowance allowance) {
        this.option = option;
        this.allowance = allowance;
        this.tokens = Tokens.of(option, text);
    }

    /** The whole text as one expression. */
    static Expression parse(String option, String text, Allowance allowance) {
        allowance.checkLength(option, text);
        var parser = new ExpressionParser(option, text, allowance);
        var expression = parser.operators(Operator.LOOSEST);
        if (!parser.peek().is(Kind.END)) {
            throw parser.unexpected("an operator or the end");
        }
        return expression;
    }

    private Expression operators(int loosest) {
        allowance.checkDepth(option, ++depth);
        var left = operand();
        for (var operator = operator(); operator.isPresent(); operator = operator()) {
            if (operator.get().tightness() < loosest) {
                break;
            }
            next++;
            left = node(
                    new Binary(operator.get(), left, operators(operator.get().tightness() + 1)));
        }
        depth--;
        return left;
    }

    private Optional<Operator> operator() {
        var token = peek();
        for (var operator : Operator.values()) {
            if (token.says(operator.word())) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    private Expression operand() {
        var token = take();
        return switch (token.kind()) {
            case OPEN -> bracketed();
            case NAME -> named(token);
            case NUMBER, STRING, INSTANT, DATE, TIME, PREFIXED -> literal(token);
            case CLOSE, COMMA, SLASH, END -> {
                next--;
                throw unexpected("a value, a property or a function");
            }
        };
    }

    private Expression bracketed() {
        var inner = operators(Operator.LOOSEST);
        expect(Kind.CLOSE, ")");
        return inner;
    }

    private Expression named(Token name) {
        if (name.says("not")) {
            allowance.checkDepth(option, ++depth);
            var not = node(new Not(operand()));
            depth--;
            return not;
        }
        var constant = Literals.constant(name.text());
        if (constant.isPresent()) {
            return node(constant.get());
        }
        return peek().is(Kind.OPEN) ? call(name) : path(name);
    }

    private Expression call(Token name) {
        expect(Kind.OPEN, "(");
        var given = new ArrayList<Expression>();
        if (!peek().is(Kind.CLOSE)) {
            given.add(operators(Operator.LOOSEST));
            while (peek().is(Kind.COMMA)) {
                next++;
                given.add(operators(Operator.LOOSEST));
            }
        }
        expect(Kind.CLOSE, ")");
        return node(new Call(name.text(), given));
    }

    private Expression path(Token first) {
        var steps = new ArrayList<>(List.of(first.text()));
        while (peek().is(Kind.SLASH)) {
            next++;
            var step = take();
            if (!step.is(Kind.NAME) && !step.is(Kind.NUMBER)) {
                next--;
                throw unexpected("a name");
            }
            steps.add(step.text());
            allowance.checkDepth(option, steps.size());
        }
        return node(new Path(steps));
    }

    private Expression literal(Token token) {
        if (token.is(Kind.INSTANT)
                && peek().is(Kind.SLASH)
                && tokens.get(next + 1).is(Kind.INSTANT)) {
            next++;
            return node(Literals.period(option, token.text(), take().text()));
        }
        return node(Literals.of(option, token));
    }

    private Expression node(Expression made) {
        allowance.takeNode(option);
        return made;
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        return tokens.get(next++);
    }

    private void expect(Kind kind, String sign) {
        if (!peek().is(kind)) {
            throw unexpected("'" + sign + "'");
        }
        next++;
    }

    private Malformed unexpected(String wanted) {
        var token = peek();
        return new Malformed(
                option, "expected " + wanted + " at character " + token.at() + ", found '" + token.text() + "'");
    }
}
