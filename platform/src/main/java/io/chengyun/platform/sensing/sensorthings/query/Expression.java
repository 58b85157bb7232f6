package io.chengyun.platform.sensing.sensorthings.query;

import java.time.Instant;
import java.util.List;

/** What a filter or an order says (表达式), as a tree. */
public sealed interface Expression {

    <R> R accept(Visitor<R> visitor);

    /** Who makes something of each kind of expression. */
    interface Visitor<R> {

        R literal(Literal literal);

        R path(Path path);

        R call(Call call);

        R binary(Binary binary);

        R not(Not not);
    }

    /** A value that the caller wrote; its Java type is its kind's. */
    record Literal(Kind kind, Object value) implements Expression {

        /** Kinds, each with the Java type of its values. */
        public enum Kind {
            /** {@link Double}. */
            NUMBER,
            /** {@link String}. */
            TEXT,
            /** {@link Boolean}. */
            TRUTH,
            /** {@link Instant}. */
            INSTANT,
            /** {@link Span}. */
            PERIOD,
            /** {@link java.time.LocalDate}. */
            DATE,
            /** {@link java.time.LocalTime}. */
            TIME,
            /** {@link java.time.Duration}. */
            DURATION,
            /** {@link String}, well-known text. */
            SHAPE,
            /** Nothing: null; the value is an empty text. */
            NOTHING
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.literal(this);
        }
    }

    /** From one time to another. */
    record Span(Instant begin, Instant end) {}

    /** The way to a property, such as {@code Datastream/Thing/name}. */
    record Path(List<String> steps) implements Expression {

        public Path {
            steps = List.copyOf(steps);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.path(this);
        }

        @Override
        public String toString() {
            return String.join("/", steps);
        }
    }

    /** A function with what it is given. */
    record Call(String name, List<Expression> given) implements Expression {

        public Call {
            given = List.copyOf(given);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.call(this);
        }
    }

    /** Two sides and what stands between them. */
    record Binary(Operator operator, Expression left, Expression right) implements Expression {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.binary(this);
        }
    }

    /** The opposite. */
    record Not(Expression of) implements Expression {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.not(this);
        }
    }
}
