package io.chengyun.platform.sensing.sensorthings.search;

import io.chengyun.kernel.Malformed;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an expression comes to (值): SQL, and as what it can be read. */
sealed interface Value {

    /** What a value can be read as, in the order in which two sides agree. */
    enum Type {
        NUMBER("a number"),
        TEXT("a text"),
        TRUTH("true or false"),
        INSTANT("a time"),
        DATE("a date"),
        TIME("a time of day"),
        DURATION("a duration");

        private final String words;

        Type(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    Set<Type> types();

    /** SQL of the value read so; to be asked only for one of its types. */
    SqlText as(Type type);

    /** SQL that is null when there is no value. */
    SqlText presence();

    /** The same, but says what is wrong when it cannot be read so. */
    default SqlText need(Type type, String option, String where) {
        if (!types().contains(type)) {
            throw new Malformed(option, where + " needs " + type.words());
        }
        return as(type);
    }

    /** A value of one type. */
    record Plain(Type type, SqlText sql) implements Value {

        @Override
        public Set<Type> types() {
            return EnumSet.of(type);
        }

        @Override
        public SqlText as(Type wanted) {
            return sql;
        }

        @Override
        public SqlText presence() {
            return sql;
        }
    }

    /** JSON of which nobody knows the type beforehand: each reading is null where it is of another. */
    record Any(SqlText number, SqlText text, SqlText truth) implements Value {

        static Any json(SqlText json) {
            return new Any(
                    SqlText.fill("(case jsonb_typeof({0}) when 'number' then ({0})::float8 end)", json),
                    SqlText.fill("({0} #>> '{}')", json),
                    SqlText.fill("(case jsonb_typeof({0}) when 'boolean' then ({0})::boolean end)", json));
        }

        @Override
        public Set<Type> types() {
            return EnumSet.of(Type.NUMBER, Type.TEXT, Type.TRUTH);
        }

        @Override
        public SqlText as(Type type) {
            return switch (type) {
                case NUMBER -> number;
                case TRUTH -> truth;
                case TEXT, INSTANT, DATE, TIME, DURATION -> text;
            };
        }

        @Override
        public SqlText presence() {
            return text;
        }
    }

    /**
     * A time that may last.
     *
     * @param end SQL that is null when it does not last; null = it never does
     */
    record Period(SqlText begin, @Nullable SqlText end) implements Value {

        @Override
        public Set<Type> types() {
            return EnumSet.of(Type.INSTANT);
        }

        @Override
        public SqlText as(Type type) {
            return begin;
        }

        @Override
        public SqlText presence() {
            return begin;
        }
    }

    /** A stored place. */
    record Place(Shapes shapes, SqlText id, SqlText json) implements Value {

        @Override
        public Set<Type> types() {
            return EnumSet.noneOf(Type.class);
        }

        @Override
        public SqlText as(Type type) {
            return json;
        }

        @Override
        public SqlText presence() {
            return json;
        }
    }

    /** A place that the caller wrote, as well-known text; or nothing at all, if that is empty. */
    record Written(String shape) implements Value {

        boolean nothing() {
            return shape.isEmpty();
        }

        @Override
        public Set<Type> types() {
            return EnumSet.noneOf(Type.class);
        }

        @Override
        public SqlText as(Type type) {
            return SqlText.raw("null");
        }

        @Override
        public SqlText presence() {
            return SqlText.raw("null");
        }
    }
}
