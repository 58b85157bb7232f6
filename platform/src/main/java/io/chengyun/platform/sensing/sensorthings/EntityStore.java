package io.chengyun.platform.sensing.sensorthings;

import io.chengyun.platform.sensing.sensorthings.EntityType.Field;
import io.chengyun.platform.sensing.sensorthings.EntityType.Kind;
import io.chengyun.platform.sensing.sensorthings.EntityType.Link;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Entities of every type, read and written as their type's row says (实体库). */
@Repository
class EntityStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    EntityStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** An entity as shown. */
    record Entity(EntityType type, EntityId id, Map<String, @Nullable Object> values) {}

    /** The entities at the end of a link from one entity. */
    record Scope(EntityType owner, EntityId id, Link link) {

        String condition() {
            return switch (link.shape()) {
                case ONE ->
                    "t.id = (select t.%s from sensing.%s t where %s)"
                            .formatted(link.column(), owner.table(), owner.key().condition);
                case MANY -> "t." + link.column() + " = :number";
                case ACROSS ->
                    "t.id in (select %s_id from sensing.%s where %s = :number)"
                            .formatted(EntityTypes.get(link.target()).table(), joining(), link.column());
            };
        }

        /** The joining table, named with the thing first. */
        String joining() {
            var tables = new ArrayList<>(
                    List.of(owner.table(), EntityTypes.get(link.target()).table()));
            tables.sort((one, other) -> Boolean.compare(other.equals("thing"), one.equals("thing")));
            return String.join("_", tables);
        }
    }

    Optional<Entity> find(EntityType type, EntityId id) {
        return bind(select(type) + " where " + type.key().condition, id)
                .query((row, number) -> entity(type, row))
                .optional();
    }

    Optional<Entity> find(Scope scope) {
        var type = EntityTypes.get(scope.link().target());
        return bind(select(type) + " where " + scope.condition(), scope.id())
                .query((row, number) -> entity(type, row))
                .optional();
    }

    /** One entity more than a page, if there are more. */
    List<Entity> list(EntityType type, @Nullable Scope scope, PageRequest page) {
        var order = page.order(type, scope == null ? type.order() : scope.link().order());
        var statement = scope == null
                ? jdbc.sql(select(type) + ordered(order))
                : bind(select(type) + " where " + scope.condition() + ordered(order), scope.id());
        return statement
                .param("top", page.top() + 1)
                .param("skip", page.skip())
                .query((row, number) -> entity(type, row))
                .list();
    }

    long count(EntityType type, @Nullable Scope scope) {
        var sql = "select count(*) from sensing." + type.table() + " t";
        var statement = scope == null ? jdbc.sql(sql) : bind(sql + " where " + scope.condition(), scope.id());
        return statement.query(Long.class).single();
    }

    /** Writes an entity of its own number. */
    EntityId add(EntityType type, Map<String, @Nullable Object> columns) {
        var kinds = type.taken().stream().collect(Collectors.toMap(Field::column, Field::kind));
        var parameters = columns.keySet().stream()
                .map(column -> kinds.getOrDefault(column, Kind.NUMBER).parameter)
                .collect(Collectors.joining(", "));
        var sql = "insert into sensing.%s (%s) values (%s) returning id"
                .formatted(type.table(), String.join(", ", columns.keySet()), parameters);
        return new EntityId(
                jdbc.sql(sql)
                        .params(new ArrayList<>(columns.values()))
                        .query(Long.class)
                        .single(),
                null);
    }

    /** Joins two entities whose link is kept in a table of its own. */
    void join(Scope from, EntityId to) {
        var target = EntityTypes.get(from.link().target()).table();
        jdbc.sql("insert into sensing.%s (%s, %s_id) values (?, ?) on conflict do nothing"
                        .formatted(from.joining(), from.link().column(), target))
                .params(from.id().number(), to.number())
                .update();
    }

    boolean thingKnown(String code) {
        return jdbc.sql("select exists (select from sensing.thing where code = ?)")
                .param(code)
                .query(Boolean.class)
                .single();
    }

    /** The registered property that any of these words names, by code or by name. */
    Optional<EntityId> findProperty(Collection<String> words) {
        return jdbc.sql("select id from sensing.observed_property where code in (:words) or name in (:words) limit 1")
                .param("words", words)
                .query(Long.class)
                .optional()
                .map(id -> new EntityId(id, null));
    }

    List<String> listPropertyCodes() {
        return jdbc.sql("select code from sensing.observed_property order by id")
                .query(String.class)
                .list();
    }

    private StatementSpec bind(String sql, EntityId id) {
        return jdbc.sql(sql).param("number", id.number()).param("micros", id.micros() == null ? 0L : id.micros());
    }

    private static String select(EntityType type) {
        var fields = type.shown().stream().map(Field::select).collect(Collectors.joining(", "));
        return "select " + type.key().select + ", " + fields + " from sensing." + type.table() + " t";
    }

    private static String ordered(String order) {
        return " order by " + order + " limit :top offset :skip";
    }

    private Entity entity(EntityType type, ResultSet row) throws SQLException {
        var values = new LinkedHashMap<String, @Nullable Object>();
        int column = 2;
        for (var field : type.shown()) {
            values.put(field.name(), value(field.kind(), row, column++));
        }
        return new Entity(type, EntityId.parse(row.getString(1)), values);
    }

    private @Nullable Object value(Kind kind, ResultSet row, int column) throws SQLException {
        var text = row.getString(column);
        if (text == null) {
            return null;
        }
        return switch (kind) {
            case TEXT, DURATION -> text;
            case JSON -> json.readTree(text);
            case NUMBER -> row.getDouble(column);
            case TIME -> row.getTimestamp(column).toInstant().toString();
        };
    }
}
