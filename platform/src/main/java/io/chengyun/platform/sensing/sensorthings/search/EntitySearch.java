package io.chengyun.platform.sensing.sensorthings.search;

import io.chengyun.platform.sensing.sensorthings.model.EntityId;
import io.chengyun.platform.sensing.sensorthings.model.EntityType;
import io.chengyun.platform.sensing.sensorthings.model.Field;
import io.chengyun.platform.sensing.sensorthings.model.Link;
import io.chengyun.platform.sensing.sensorthings.query.Query;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the SQL of a query over one type of entity (实体检索). */
@Component
public class EntitySearch {

    private static final String ALIAS = "t";

    private final GeometryStore geometry;
    private final Clock clock;

    EntitySearch(GeometryStore geometry, Clock clock) {
        this.geometry = geometry;
        this.clock = clock;
    }

    /**
     * The entities at the end of a link from each of these.
     *
     * @param numbers the owners' numbers
     * @param micros beside them the microseconds of observations, null for others
     */
    public record Owners(
            EntityType type,
            Link link,
            Long[] numbers,
            @Nullable Long[] micros) {}

    /** What is looked for: of which type, at the end of which link, how. */
    public record Wanted(EntityType type, @Nullable Owners owners, Query query) {}

    /**
     * The page of the query, of each owner one: the owner's place in the list from 1, number, microsecond, microsecond it
     * is known by, and the fields, of a period both ends.
     *
     * @param top one more than the page has shows whether there is another
     */
    public SqlText page(Wanted wanted, List<Field> fields, int top) {
        var type = wanted.type();
        var rows = SqlText.raw("select " + type.key().select(ALIAS) + columns(fields))
                .then(body(wanted))
                .then(SqlText.fill(
                        " limit {0} offset {1}",
                        SqlText.bound("bigint", (long) top),
                        SqlText.bound("bigint", wanted.query().page().skip())));
        var owners = wanted.owners();
        return owners == null
                ? SqlText.raw("select 1, x.* from (").then(rows).then(") x")
                : SqlText.raw("select p.n, x.* from ")
                        .then(owners(owners))
                        .then(" cross join lateral (")
                        .then(rows)
                        .then(") x");
    }

    /** The entity that stands there, with all that it shows; columns as in {@link #page}. */
    public SqlText one(EntityType type, EntityId where) {
        var owner = SqlText.fill(
                "unnest({0}, {1}) p(number, micros)",
                SqlText.bound("bigint[]", new Long[] {where.number()}),
                SqlText.bound("bigint[]", new Long[] {where.micros()}));
        return SqlText.raw("select 1, " + type.key().select(ALIAS) + columns(type.shown()) + " from " + type.from(ALIAS)
                        + " cross join ")
                .then(owner)
                .then(" where " + type.key().condition(ALIAS));
    }

    /** How many there are in all, of each owner: its place in the list, and the number. */
    public SqlText count(Wanted wanted) {
        var rows = SqlText.raw("select 1").then(found(wanted));
        var owners = wanted.owners();
        return owners == null
                ? SqlText.raw("select 1, count(*) from (").then(rows).then(") x")
                : SqlText.raw("select p.n, count(*) from ")
                        .then(owners(owners))
                        .then(" cross join lateral (")
                        .then(rows)
                        .then(") x group by p.n");
    }

    private static SqlText owners(Owners owners) {
        return SqlText.fill(
                "unnest({0}, {1}) with ordinality p(number, micros, n)",
                SqlText.bound("bigint[]", owners.numbers()), SqlText.bound("bigint[]", owners.micros()));
    }

    private static String columns(List<Field> fields) {
        return fields.stream()
                .map(field ->
                        ", " + field.select(ALIAS) + (field.kind() == Field.Kind.PERIOD ? ", " + field.end(ALIAS) : ""))
                .collect(Collectors.joining());
    }

    private SqlText body(Wanted wanted) {
        var type = wanted.type();
        var translator = translator("$orderby", type);
        var order = new ArrayList<SqlText>();
        for (var one : wanted.query().order()) {
            translator.ordering(one.by()).forEach(sql -> order.add(one.descending() ? sql.then(" desc") : sql));
        }
        var owners = wanted.owners();
        order.add(SqlText.raw(owners == null ? type.order(ALIAS) : owners.link().order(ALIAS)));
        return found(wanted, translator.joins().sql()).then(" order by ").then(SqlText.join(", ", order));
    }

    private SqlText found(Wanted wanted) {
        return found(wanted, SqlText.EMPTY);
    }

    private SqlText found(Wanted wanted, SqlText joined) {
        var conditions = new ArrayList<SqlText>();
        var owners = wanted.owners();
        if (owners != null) {
            conditions.add(SqlText.raw(owners.link().scope(owners.type(), ALIAS)));
        }
        var from = SqlText.raw(" from " + wanted.type().from(ALIAS)).then(joined);
        var filter = wanted.query().filter();
        if (filter != null) {
            var translator = translator("$filter", wanted.type());
            var condition = translator.condition(filter);
            var joins = translator.joins().sql();
            if (translator.joins().many()) {
                // One of the several is enough, and the entity must not come twice.
                condition = SqlText.raw("exists (select from (values (1)) one(it)")
                        .then(joins)
                        .then(" where ")
                        .then(condition)
                        .then(")");
            } else {
                from = from.then(joins);
            }
            conditions.add(condition);
        }
        return conditions.isEmpty() ? from : from.then(" where ").then(SqlText.join(" and ", conditions));
    }

    private Translator translator(String option, EntityType type) {
        return new Translator(option, new Joins(option, type, ALIAS), geometry, clock.instant());
    }
}
