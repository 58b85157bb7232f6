package io.chengyun.platform.sensing.sensorthings;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.sensing.SensingRefusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of entity of the standard (实体类型), as data: where it is kept, what it shows, where it leads.
 *
 * @param set name of the collection, such as {@code Things}
 * @param table table in schema sensing
 * @param order order of the collection when the caller does not say
 * @param fields what it shows and takes, in the order shown
 * @param links where it leads; on creation in this order
 */
record EntityType(String set, String table, Key key, String order, List<Field> fields, List<Link> links) {

    /** What identifies an entity. */
    enum Key {
        /** A number of its own. */
        NUMBER("t.id::text", "t.id = :number"),
        /** Stream and time, together: an observation needs no number of its own. */
        STREAM_AND_TIME(
                "t.datastream_id || '-' || (extract(epoch from t.phenomenon_at) * 1000000)::bigint",
                "t.datastream_id = :number and t.phenomenon_at = timestamptz 'epoch' + :micros * interval '1 microsecond'");

        final String select;
        final String condition;

        Key(String select, String condition) {
            this.select = select;
            this.condition = condition;
        }
    }

    /** How a value stands in JSON and in SQL. */
    enum Kind {
        TEXT("?"),
        JSON("?::jsonb"),
        /** ISO 8601, shown in UTC. */
        TIME("?::timestamptz"),
        NUMBER("?"),
        /** ISO 8601 duration, kept in seconds. */
        DURATION("extract(epoch from ?::interval)::bigint");

        final String parameter;

        Kind(String parameter) {
            this.parameter = parameter;
        }
    }

    /**
     * One property.
     *
     * @param select SQL over {@code t} that shows it; null = not shown
     * @param column column that takes it; null = not taken
     * @param pointer JSON pointer to it in what is sent
     */
    record Field(
            String name,
            Kind kind,
            @Nullable String select,
            @Nullable String column,
            String pointer,
            boolean required) {

        static Field of(String name, Kind kind, String column) {
            return new Field(name, kind, "t." + column, column, "/" + name, false);
        }

        static Field required(String name, Kind kind, String column) {
            return new Field(name, kind, "t." + column, column, "/" + name, true);
        }

        static Field shown(String name, Kind kind, String select) {
            return new Field(name, kind, select, null, "/" + name, false);
        }

        static Field taken(String column, Kind kind, String pointer) {
            return new Field(column, kind, null, column, pointer, false);
        }
    }

    /** How two tables hang together. */
    enum Shape {
        /** This table's {@code column} names the target. */
        ONE,
        /** The target's {@code column} names this. */
        MANY,
        /** A table {@code <this>_<target>} joins them. */
        ACROSS
    }

    /**
     * A way to other entities.
     *
     * @param target set that it leads to
     * @param column the naming column; for ACROSS this side's column of the joining table
     * @param order order of what it leads to
     */
    record Link(String name, String target, Shape shape, String column, String order) {

        static Link one(String name, String target, String column) {
            return new Link(name, target, Shape.ONE, column, "t.id");
        }

        static Link many(String name, String column, String order) {
            return new Link(name, name, Shape.MANY, column, order);
        }

        static Link across(String name, String column) {
            return new Link(name, name, Shape.ACROSS, column, "t.id");
        }
    }

    Link link(String name) {
        return links.stream()
                .filter(link -> link.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        SensingRefusal.NO_SUCH_ENTITY,
                        links.stream().map(Link::name).toList()));
    }

    List<Field> shown() {
        return fields.stream().filter(field -> field.select() != null).toList();
    }

    List<Field> taken() {
        return fields.stream().filter(field -> field.column() != null).toList();
    }
}
