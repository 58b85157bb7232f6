package io.chengyun.platform.sensing.sensorthings.answer;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.sensing.SensingRefusal;
import io.chengyun.platform.sensing.sensorthings.model.EntityId;
import io.chengyun.platform.sensing.sensorthings.model.EntityType;
import io.chengyun.platform.sensing.sensorthings.model.EntityType.Key;
import io.chengyun.platform.sensing.sensorthings.model.Field;
import io.chengyun.platform.sensing.sensorthings.search.EntitySearch;
import io.chengyun.platform.sensing.sensorthings.search.EntitySearch.Wanted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Entities of every type, read as their type's row says (实体库). */
@Repository
public class EntityStore {

    /** PostgreSQL's class of values that do not fit, such as a division by zero. */
    private static final String UNFIT = "22";

    private static final String TOOK_TOO_LONG = "57014";
    private static final int BEFORE_FIELDS = 4;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final EntitySearch search;
    private final ResultQuality quality;

    EntityStore(JdbcClient jdbc, JsonMapper json, EntitySearch search, ResultQuality quality) {
        this.jdbc = jdbc;
        this.json = json;
        this.search = search;
        this.quality = quality;
    }

    /** An entity found at the end of a link from one of several owners, counted from 1. */
    record Found(int owner, Entity entity) {}

    /** Bounds what the database may do for each statement of the present transaction. */
    void bound(Duration within) {
        jdbc.sql("select set_config('statement_timeout', ?, true)")
                .param(Long.toString(within.toMillis()))
                .query(String.class)
                .single();
    }

    public Optional<Entity> find(EntityType type, EntityId id) {
        return resolve(type, id).flatMap(where -> {
            var sql = search.one(type, where);
            var found = jdbc.sql(sql.text())
                    .params(sql.bound())
                    .query((row, number) -> entity(type, type.shown(), row))
                    .optional();
            quality.complete(found.stream().toList());
            return found;
        });
    }

    /** Where an entity of this id stands; an observation may have been moved in time since it got its id. */
    private Optional<EntityId> resolve(EntityType type, EntityId id) {
        if (type.key() == Key.NUMBER) {
            return id.micros() == null ? Optional.of(id) : Optional.empty();
        }
        var asked = id.ofObservation();
        var moved = jdbc.sql("""
                        select (extract(epoch from phenomenon_at) * 1000000)::bigint from sensing.observation_detail
                        where datastream_id = ? and known_micros = ?
                        """)
                .param(asked.number())
                .param(asked.micros())
                .query(Long.class)
                .optional();
        return Optional.of(
                moved.map(micros -> new EntityId(asked.number(), micros)).orElse(asked));
    }

    /** The page of each owner, one more than a page if there are more. */
    List<Found> list(Wanted wanted, List<Field> fields, int top) {
        var sql = search.page(wanted, fields, top);
        var found = guarded(() -> jdbc.sql(sql.text())
                .params(sql.bound())
                .query((row, number) -> new Found(row.getInt(1), entity(wanted.type(), fields, row)))
                .list());
        quality.complete(found.stream().map(Found::entity).toList());
        return found;
    }

    /** How many there are in all, by owner, counted from 1; owners without any are left out. */
    Map<Integer, Long> count(Wanted wanted) {
        var sql = search.count(wanted);
        var counts = new HashMap<Integer, Long>();
        guarded(() -> {
            jdbc.sql(sql.text()).params(sql.bound()).query(row -> {
                counts.put(row.getInt(1), row.getLong(2));
            });
            return counts;
        });
        return counts;
    }

    /** What a caller's own numbers make impossible is the caller's to mend. */
    private static <T> T guarded(Supplier<T> query) {
        try {
            return query.get();
        } catch (DataAccessException failed) {
            var state = failed.getMostSpecificCause() instanceof SQLException cause
                    ? String.valueOf(cause.getSQLState())
                    : "";
            if (state.startsWith(UNFIT)) {
                throw new Malformed(
                        "$filter",
                        "cannot be worked out for the values there are: it divides by zero, or a number does not fit");
            }
            if (state.equals(TOOK_TOO_LONG)) {
                throw new Refused(SensingRefusal.TOO_COSTLY);
            }
            throw failed;
        }
    }

    private Entity entity(EntityType type, List<Field> fields, ResultSet row) throws SQLException {
        var values = new LinkedHashMap<String, @Nullable Object>();
        int column = BEFORE_FIELDS + 1;
        for (var field : fields) {
            values.put(field.name(), value(field, row, column));
            column += field.kind() == Field.Kind.PERIOD ? 2 : 1;
        }
        var micros = row.getObject(3, Long.class);
        var known = row.getObject(BEFORE_FIELDS, Long.class);
        var id = new EntityId(row.getLong(2), micros);
        return new Entity(type, id, known == null ? id : new EntityId(id.number(), known), values);
    }

    private @Nullable Object value(Field field, ResultSet row, int column) throws SQLException {
        var text = row.getString(column);
        if (text == null) {
            return null;
        }
        return switch (field.kind()) {
            case TEXT, DURATION -> text;
            case JSON, PLACE, RESULT -> json.readTree(text);
            case TIME -> time(row, column);
            case PERIOD ->
                row.getString(column + 1) == null || row.getString(column + 1).equals(text)
                        ? time(row, column)
                        : time(row, column) + "/" + time(row, column + 1);
        };
    }

    private static String time(ResultSet row, int column) throws SQLException {
        return row.getTimestamp(column).toInstant().toString();
    }
}
