package io.chengyun.platform.sensing;

import io.chengyun.platform.place.ObservedProperty;
import io.chengyun.platform.place.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Things and their streams (感知源库). */
@Repository
class SourceStore {

    private static final String STREAMS = """
            select d.id, d.name, coalesce(t.code, 'thing-' || t.id) as thing, t.name as thing_name,
                   coalesce(p.code, 'property_' || p.id, 'multi_' || d.id) as property, d.unit, d.interval_seconds,
                   place.point ->> 0 as lon, place.point ->> 1 as lat,
                   (extract(epoch from n.phenomenon_at) * 1000000)::bigint as newest_micros, n.result as newest_value,
                   exists (select from sensing.stream_feature f where f.datastream_id = d.id) as featured,
                   d.properties ->> 'duplicates' as duplicates
            from sensing.datastream d
            join sensing.thing t on t.id = d.thing_id
            left join sensing.observed_property p on p.id = d.observed_property_id
            left join sensing.latest n on n.datastream_id = d.id
            left join lateral (
                select coalesce(l.location -> 'geometry', l.location) -> 'coordinates' as point
                from sensing.thing_location tl
                join sensing.location l on l.id = tl.location_id
                where tl.thing_id = t.id and coalesce(l.location -> 'geometry', l.location) ->> 'type' = 'Point'
                  and jsonb_typeof(coalesce(l.location -> 'geometry', l.location) -> 'coordinates' -> 0) = 'number'
                  and jsonb_typeof(coalesce(l.location -> 'geometry', l.location) -> 'coordinates' -> 1) = 'number'
                order by l.id desc limit 1) place on true
            """;

    private final JdbcClient jdbc;

    SourceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A stream as the tables have it, which may not yet be fit to be opened. */
    record Row(
            long id,
            Names names,
            String property,
            @Nullable String unit,
            @Nullable Position position,
            Details details) {}

    record Names(String stream, String thingId, String thing) {}

    /** Interval null = the registry's; newest null = nothing stored yet; featured = it is known what it looks at; duplicates null = the house's. */
    record Details(
            @Nullable Duration interval,
            @Nullable Long newestMicros,
            @Nullable Double newestValue,
            boolean featured,
            @Nullable String duplicates) {}

    List<Row> listStreams() {
        return jdbc.sql(STREAMS + "order by d.id").query(SourceStore::row).list();
    }

    Optional<Row> findStream(long id) {
        return jdbc.sql(STREAMS + "where d.id = ?")
                .param(id)
                .query(SourceStore::row)
                .optional();
    }

    List<Row> listStreamsOf(long thing) {
        return jdbc.sql(STREAMS + "where d.thing_id = ? order by d.id")
                .param(thing)
                .query(SourceStore::row)
                .list();
    }

    Optional<Long> findThing(String code) {
        return jdbc.sql("select id from sensing.thing where code = ?")
                .param(code)
                .query(Long.class)
                .optional();
    }

    Optional<Long> findStream(long thing, String property) {
        return jdbc.sql("""
                        select d.id from sensing.datastream d
                        join sensing.observed_property p on p.id = d.observed_property_id
                        where d.thing_id = ? and p.code = ? order by d.id limit 1
                        """).params(thing, property).query(Long.class).optional();
    }

    long addThing(NewThing thing, Instant now) {
        long id = jdbc.sql("insert into sensing.thing (code, name) values (?, ?) returning id")
                .params(thing.code(), thing.name())
                .query(Long.class)
                .single();
        jdbc.sql("""
                        with place as (
                            insert into sensing.location (name, location, bounds)
                            values (:name, jsonb_build_object('type', 'Point', 'coordinates',
                                    jsonb_build_array(:lon::float8, :lat::float8)),
                                box(point(:lon, :lat), point(:lon, :lat)))
                            returning id),
                        passage as (
                            insert into sensing.historical_location (thing_id, at) values (:thing, :now) returning id),
                        passed as (
                            insert into sensing.historical_location_place (historical_location_id, location_id)
                            select passage.id, place.id from passage, place)
                        insert into sensing.thing_location (thing_id, location_id) select :thing, id from place
                        """)
                .param("name", thing.name())
                .param("lon", thing.position().lon())
                .param("lat", thing.position().lat())
                .param("thing", id)
                .param("now", Timestamp.from(now))
                .update();
        return id;
    }

    long addStream(long thing, NewThing.NewStream stream, ObservedProperty property, String name) {
        var interval = stream.interval();
        return jdbc.sql("""
                        insert into sensing.datastream
                            (thing_id, sensor_id, observed_property_id, name, unit, interval_seconds)
                        select :thing, :sensor, id, :name, :unit::text, :seconds::bigint
                        from sensing.observed_property where code = :property
                        returning id
                        """)
                .param("thing", thing)
                .param("sensor", unspecifiedSensor())
                .param("name", name)
                .param("unit", stream.unit())
                .param("seconds", interval == null ? null : interval.toSeconds())
                .param("property", property.code())
                .query(Long.class)
                .single();
    }

    /** The sensor of streams whose maker told us nothing of theirs. */
    private long unspecifiedSensor() {
        return jdbc.sql("""
                        with fresh as (
                            insert into sensing.sensor (name, description)
                            select '未指定 unspecified', 'Registered without a word about the sensor.'
                            where not exists (select from sensing.sensor where name = '未指定 unspecified')
                            returning id)
                        select id from fresh
                        union all select id from sensing.sensor where name = '未指定 unspecified'
                        order by id limit 1
                        """).query(Long.class).single();
    }

    /** Writes a stream's unit as the registry spells it. */
    void settleUnit(long stream, String unit) {
        jdbc.sql("update sensing.datastream set unit = ? where id = ?")
                .params(unit, stream)
                .update();
    }

    /** Sees to it that every property of the registry has its entity. */
    void keepProperties(List<ObservedProperty> properties) {
        for (var property : properties) {
            jdbc.sql("""
                            insert into sensing.observed_property (code, name, definition, description)
                            select :code, :name, 'urn:chengyun:property:' || :code, :description
                            where not exists (select from sensing.observed_property where code = :code)
                            """)
                    .param("code", property.code())
                    .param("name", property.name())
                    .param("description", property.nameEn() + ", " + property.unit())
                    .update();
        }
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var lon = row.getString("lon");
        var lat = row.getString("lat");
        var seconds = row.getObject("interval_seconds", Long.class);
        return new Row(
                row.getLong("id"),
                new Names(row.getString("name"), row.getString("thing"), row.getString("thing_name")),
                row.getString("property"),
                row.getString("unit"),
                lon == null || lat == null ? null : new Position(Double.parseDouble(lon), Double.parseDouble(lat)),
                new Details(
                        seconds == null ? null : Duration.ofSeconds(seconds),
                        row.getObject("newest_micros", Long.class),
                        row.getObject("newest_value", Double.class),
                        row.getBoolean("featured"),
                        row.getString("duplicates")));
    }
}
