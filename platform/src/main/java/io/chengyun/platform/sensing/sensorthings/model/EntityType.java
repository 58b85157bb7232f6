package io.chengyun.platform.sensing.sensorthings.model;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.sensing.SensingRefusal;
import java.util.List;
import java.util.Optional;

/**
 * A kind of entity of the standard (实体类型), as data: where it is kept, what it shows, where it leads.
 *
 * @param set name of the collection, such as {@code Things}
 * @param table table in schema sensing that new ones are written to
 * @param from SQL that reads it; {@code {t}} stands for the alias
 * @param order order of the collection when the caller does not say
 * @param fields what it shows and takes, in the order shown
 * @param links where it leads; on creation in this order
 */
public record EntityType(
        String set, String table, String from, Key key, String order, List<Field> fields, List<Link> links) {

    /** What identifies an entity. */
    public enum Key {
        /** A number of its own. */
        NUMBER("{t}.id, null::bigint, null::bigint", "{t}.id = p.number", "{t}.id"),
        /** Stream and time, together: an observation needs no number of its own. */
        STREAM_AND_TIME(
                "{t}.datastream_id, (extract(epoch from {t}.phenomenon_at) * 1000000)::bigint, {t}_d.known_micros",
                "{t}.datastream_id = p.number"
                        + " and {t}.phenomenon_at = timestamptz 'epoch' + p.micros * interval '1 microsecond'",
                "{t}.datastream_id");

        private final String select;
        private final String condition;
        private final String number;

        Key(String select, String condition, String number) {
            this.select = select;
            this.condition = condition;
            this.number = number;
        }

        /** Number, microsecond, and the microsecond under which it is known if that is another. */
        public String select(String alias) {
            return as(select, alias);
        }

        /** Whether it is the entity of row {@code p (number, micros)}. */
        public String condition(String alias) {
            return as(condition, alias);
        }

        /** The number in its id. */
        public String number(String alias) {
            return as(number, alias);
        }
    }

    /** The SQL that reads it under an alias. */
    public String from(String alias) {
        return as(from, alias);
    }

    public String order(String alias) {
        return as(order, alias);
    }

    public Optional<Link> findLink(String name) {
        return links.stream().filter(link -> link.name().equals(name)).findFirst();
    }

    public Link link(String name) {
        return findLink(name)
                .orElseThrow(() -> new Refused(
                        SensingRefusal.NO_SUCH_ENTITY,
                        links.stream().map(Link::name).toList()));
    }

    public Optional<Field> findField(String name) {
        return shown().stream().filter(field -> field.name().equals(name)).findFirst();
    }

    public List<Field> shown() {
        return fields.stream().filter(field -> !field.select().isEmpty()).toList();
    }

    public List<Field> taken() {
        return fields.stream().filter(field -> !field.column().isEmpty()).toList();
    }

    static String as(String template, String alias) {
        return template.replace("{t}", alias);
    }
}
