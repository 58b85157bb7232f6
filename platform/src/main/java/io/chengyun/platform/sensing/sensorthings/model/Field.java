package io.chengyun.platform.sensing.sensorthings.model;

/**
 * A property of an entity (实体属性), as data.
 *
 * @param select SQL that shows it, of a period its beginning; {@code {t}} is the alias; empty = not shown
 * @param end SQL of a period's end; empty unless it is one
 * @param column column that takes it; empty = not taken
 * @param pointer JSON pointer to it in what is sent
 */
public record Field(String name, Kind kind, String select, String end, String column, String pointer, Need need) {

    /** How a value stands in JSON and in SQL. */
    public enum Kind {
        TEXT("?"),
        JSON("?::jsonb"),
        /** GeoJSON, with its bounds beside it. */
        PLACE("?::jsonb"),
        /** ISO 8601, shown in UTC. */
        TIME("?::timestamptz"),
        /** A time, or a beginning and an end. */
        PERIOD("?::timestamptz"),
        /** Whatever JSON an observation's result is. */
        RESULT("?::jsonb"),
        /** ISO 8601 duration, kept in seconds. */
        DURATION("extract(epoch from ?::interval)::bigint");

        private final String parameter;

        Kind(String parameter) {
            this.parameter = parameter;
        }

        /** How it is bound when it is written. */
        public String parameter() {
            return parameter;
        }
    }

    /** Whether there must be one. */
    public enum Need {
        REQUIRED,
        /** Shown even when there is none. */
        USUAL,
        /** Shown only when there is one. */
        SPARSE
    }

    static Field required(String name, Kind kind, String column) {
        return new Field(name, kind, "{t}." + column, "", column, "/" + name, Need.REQUIRED);
    }

    static Field usual(String name, Kind kind, String column) {
        return new Field(name, kind, "{t}." + column, "", column, "/" + name, Need.USUAL);
    }

    static Field sparse(String name, Kind kind, String column) {
        return new Field(name, kind, "{t}." + column, "", column, "/" + name, Need.SPARSE);
    }

    static Field shown(String name, Kind kind, String select, Need need) {
        return new Field(name, kind, select, "", "", "/" + name, need);
    }

    static Field period(String name, String begin, String end, Need need) {
        return new Field(name, Kind.PERIOD, begin, end, "", "/" + name, need);
    }

    static Field taken(String column, Kind kind, String pointer) {
        return new Field(column, kind, "", "", column, pointer, Need.USUAL);
    }

    /** SQL that shows it under an alias. */
    public String select(String alias) {
        return EntityType.as(select, alias);
    }

    /** SQL of a period's end under an alias. */
    public String end(String alias) {
        return EntityType.as(end, alias);
    }
}
