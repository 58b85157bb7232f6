package io.chengyun.platform.sensing.sensorthings.model;

/**
 * A way from an entity to others (实体关系), as data.
 *
 * @param target set that it leads to
 * @param sql of ONE the target's id over the owner {@code {t}}; otherwise a condition over the target {@code {t}} and the
 *     owner's number {@code {n}}
 * @param order order of what it leads to
 * @param column the naming column, empty for ACROSS
 * @param joining the table between the two, empty unless ACROSS
 */
public record Link(String name, String target, Shape shape, String sql, String order, String column, Joining joining) {

    private static final Joining NONE = new Joining("", "", "");

    /** How two tables hang together. */
    public enum Shape {
        /** The owner's {@code column} names the target. */
        ONE,
        /** The target's {@code column} names the owner. */
        MANY,
        /** A table joins them. */
        ACROSS
    }

    /** A table that joins two others by these columns. */
    public record Joining(String table, String own, String other) {}

    static Link one(String name, String target, String column) {
        return one(name, target, "{t}." + column, column);
    }

    static Link one(String name, String target, String sql, String column) {
        return new Link(name, target, Shape.ONE, sql, "{t}.id", column, NONE);
    }

    static Link many(String name, String column) {
        return many(name, "{t}." + column + " = {n}", "{t}.id", column);
    }

    static Link many(String name, String sql, String order, String column) {
        return new Link(name, name, Shape.MANY, sql, order, column, NONE);
    }

    static Link across(String name, String order, Joining by) {
        var sql = "{t}.id in (select x.%s from sensing.%s x where x.%s = {n})"
                .formatted(by.other(), by.table(), by.own());
        return new Link(name, name, Shape.ACROSS, sql, order, "", by);
    }

    public boolean one() {
        return shape == Shape.ONE;
    }

    /** Whether the target under one alias hangs on the owner under another. */
    public String join(EntityType owner, String ownerAlias, String alias) {
        return one()
                ? alias + ".id = " + EntityType.as(sql, ownerAlias)
                : EntityType.as(sql, alias).replace("{n}", owner.key().number(ownerAlias));
    }

    /** Whether the target hangs on the owner of row {@code p (number, micros)}. */
    public String scope(EntityType owner, String alias) {
        return one()
                ? "%s.id = (select %s from %s where %s)"
                        .formatted(
                                alias,
                                EntityType.as(sql, "o"),
                                owner.from("o"),
                                owner.key().condition("o"))
                : EntityType.as(sql, alias).replace("{n}", "p.number");
    }

    /** The order of what it leads to from the owner of row {@code p}. */
    public String order(String alias) {
        return EntityType.as(order, alias).replace("{n}", "p.number");
    }
}
