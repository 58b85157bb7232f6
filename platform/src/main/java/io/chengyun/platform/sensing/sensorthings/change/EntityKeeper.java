package io.chengyun.platform.sensing.sensorthings.change;

import io.chengyun.platform.sensing.sensorthings.model.EntityId;
import io.chengyun.platform.sensing.sensorthings.model.EntityType;
import io.chengyun.platform.sensing.sensorthings.model.Link.Joining;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes entities as their type's row says (实体写入). Column names come from the table of types. */
@Repository
public class EntityKeeper {

    /** Column of the bounds of a place, beside it. */
    static final String BOUNDS = "bounds";

    private final JdbcClient jdbc;
    private final ObjectProvider<EntityListener> listeners;

    EntityKeeper(JdbcClient jdbc, ObjectProvider<EntityListener> listeners) {
        this.jdbc = jdbc;
        this.listeners = listeners;
    }

    private void tell(EntityType type, EntityId id) {
        listeners.forEach(listener -> listener.onWritten(type, id));
    }

    /** Writes an entity of its own number. */
    EntityId add(EntityType type, Map<String, @Nullable Object> columns) {
        var parameters =
                columns.keySet().stream().map(column -> parameter(type, column)).collect(Collectors.joining(", "));
        var sql = "insert into sensing.%s (%s) values (%s) returning id"
                .formatted(type.table(), String.join(", ", columns.keySet()), parameters);
        var id = EntityId.of(jdbc.sql(sql)
                .params(new ArrayList<>(columns.values()))
                .query(Long.class)
                .single());
        tell(type, id);
        return id;
    }

    /** Writes these columns of an entity; null puts back what a column has when nobody says anything. */
    void change(EntityType type, EntityId id, Map<String, @Nullable Object> columns) {
        tell(type, id);
        if (columns.isEmpty()) {
            return;
        }
        var assignments = columns.entrySet().stream()
                .map(one -> one.getKey() + " = " + (one.getValue() == null ? "default" : parameter(type, one.getKey())))
                .collect(Collectors.joining(", "));
        var values = new ArrayList<@Nullable Object>(
                columns.values().stream().filter(one -> one != null).toList());
        values.add(id.number());
        jdbc.sql("update sensing.%s set %s where id = ?".formatted(type.table(), assignments))
                .params(values)
                .update();
    }

    private static String parameter(EntityType type, String column) {
        if (column.equals(BOUNDS)) {
            return "?::box";
        }
        return type.taken().stream()
                .filter(field -> field.column().equals(column))
                .map(field -> field.kind().parameter())
                .findFirst()
                .orElse("?");
    }

    /** Joins two entities whose link is kept in a table of its own. */
    void join(Joining by, EntityId own, EntityId other) {
        jdbc.sql("insert into sensing.%s (%s, %s) values (?, ?) on conflict do nothing"
                        .formatted(by.table(), by.own(), by.other()))
                .params(own.number(), other.number())
                .update();
    }

    /** Parts an entity from all that are joined to it so. */
    void part(Joining by, EntityId own) {
        jdbc.sql("delete from sensing.%s where %s = ?".formatted(by.table(), by.own()))
                .param(own.number())
                .update();
    }

    /** Parts two entities; whether they were joined. */
    boolean part(Joining by, EntityId own, EntityId other) {
        return jdbc.sql("delete from sensing.%s where %s = ? and %s = ?".formatted(by.table(), by.own(), by.other()))
                        .params(own.number(), other.number())
                        .update()
                > 0;
    }

    public boolean stored(EntityType type, EntityId id) {
        return jdbc.sql("select exists (select from " + type.from("t") + " where t.id = ?)")
                .param(id.number())
                .query(Boolean.class)
                .single();
    }

    boolean thingKnown(String code) {
        return jdbc.sql("select exists (select from sensing.thing where code = ?)")
                .param(code)
                .query(Boolean.class)
                .single();
    }

    /** The registry's property that any of these words names, by code or by name. */
    Optional<EntityId> findProperty(Collection<String> words) {
        return jdbc.sql("""
                        select id from sensing.observed_property
                        where code is not null and (code in (:words) or name in (:words)) limit 1
                        """).param("words", words).query(Long.class).optional().map(EntityId::of);
    }

    /** The things that stand at a location. */
    List<Long> listThingsAt(EntityId location) {
        return jdbc.sql("select thing_id from sensing.thing_location where location_id = ? order by thing_id")
                .param(location.number())
                .query(Long.class)
                .list();
    }

    /** How many parts a result of this stream has; 0 = it is no stream of several properties. */
    public int parts(long stream) {
        return jdbc.sql(
                        "select coalesce(jsonb_array_length(data_types), 0) from sensing.datastream where id = ? and multi")
                .param(stream)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Streams that a change of the entity touches: of a thing its own, of a location those of the things there. */
    List<Long> listStreams(EntityType type, EntityId id) {
        var condition = switch (type.table()) {
            case "thing" -> "thing_id = p.id";
            case "location" -> "thing_id in (select thing_id from sensing.thing_location where location_id = p.id)";
            case "sensor" -> "sensor_id = p.id";
            case "observed_property" ->
                "d.id in (select x.id from sensing.datastream x where x.observed_property_id = p.id union"
                        + " select m.datastream_id from sensing.multi_property m"
                        + " where m.observed_property_id = p.id)";
            case "datastream" -> "d.id = p.id";
            default -> "false";
        };
        return jdbc.sql("select d.id from sensing.datastream d, (values (?::bigint)) p(id) where " + condition
                        + " order by d.id")
                .param(id.number())
                .query(Long.class)
                .list();
    }
}
