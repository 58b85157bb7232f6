package io.chengyun.platform.sensing.registry;

import io.chengyun.platform.place.Position;
import io.chengyun.platform.sensing.registry.Device.Commissioning;
import io.chengyun.platform.sensing.registry.Device.Make;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of devices beyond their things (设备库). */
@Repository
class DeviceStore {

    private static final String ROWS = """
            select t.id, coalesce(t.code, 'thing-' || t.id) as code, t.name,
                   d.kind, d.maker, d.model, d.serial, d.organisation, d.commissioned_at, d.commissioned_by,
                   d.retired_at, d.offline_since,
                   coalesce(d.lon, (place.point ->> 0)::float8) as lon, coalesce(d.lat, (place.point ->> 1)::float8) as lat
            from sensing.thing t
            left join sensing.device d on d.thing_id = t.id
            left join lateral (
                select coalesce(l.location -> 'geometry', l.location) -> 'coordinates' as point
                from sensing.thing_location tl
                join sensing.location l on l.id = tl.location_id
                where tl.thing_id = t.id and coalesce(l.location -> 'geometry', l.location) ->> 'type' = 'Point'
                order by l.id desc limit 1) place on true
            """;
    private static final String OF_CODE = "coalesce(t.code, 'thing-' || t.id) = ?";

    private final JdbcClient jdbc;

    DeviceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A device as the tables have it. */
    record Row(
            long thing,
            Names names,
            Make make,
            @Nullable Position position,
            @Nullable Commissioning commissioned,
            @Nullable Instant retiredAt,
            @Nullable Instant offlineSince) {}

    record Names(String code, String name, @Nullable String organisation) {}

    /** What a thing says of its own charge and signal, in its SensorThings properties. */
    record Told(@Nullable Double battery, @Nullable Double signal) {}

    List<Row> list() {
        return jdbc.sql(ROWS + "order by t.id").query(DeviceStore::row).list();
    }

    Optional<Row> find(String code) {
        return jdbc.sql(ROWS + "where " + OF_CODE)
                .param(code)
                .query(DeviceStore::row)
                .optional();
    }

    Told told(long thing) {
        return jdbc.sql("""
                        select case when jsonb_typeof(properties -> 'battery') = 'number'
                                    then (properties ->> 'battery')::float8 end,
                               case when jsonb_typeof(properties -> 'signal') = 'number'
                                    then (properties ->> 'signal')::float8 end
                        from sensing.thing where id = ?
                        """)
                .param(thing)
                .query((row, number) -> new Told(row.getObject(1, Double.class), row.getObject(2, Double.class)))
                .single();
    }

    /** When the newest observation of a stream came in. */
    Optional<Instant> findArrival(long stream, Instant observedAt) {
        return jdbc.sql("select stored_at from sensing.observation where datastream_id = ? and phenomenon_at = ?")
                .params(stream, Timestamp.from(observedAt))
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    void commission(String code, Device device, Commissioning by) {
        var position = device.position();
        if (position == null) {
            throw new IllegalArgumentException(code + " is commissioned nowhere");
        }
        jdbc.sql("""
                        insert into sensing.device (thing_id, kind, maker, model, serial, organisation, lon, lat,
                                                    commissioned_at, commissioned_by)
                        select t.id, :kind::text, :maker::text, :model::text, :serial::text, :organisation::text,
                               :lon, :lat, :at, :by
                        from sensing.thing t where coalesce(t.code, 'thing-' || t.id) = :code
                        """)
                .param("kind", device.make().kind())
                .param("maker", device.make().maker())
                .param("model", device.make().model())
                .param("serial", device.make().serial())
                .param("organisation", device.organisation())
                .param("lon", position.lon())
                .param("lat", position.lat())
                .param("at", Timestamp.from(by.at()))
                .param("by", by.by())
                .param("code", code)
                .update();
    }

    /** Whether it was not retired before. */
    boolean retire(long thing, Instant at) {
        return jdbc.sql("""
                                update sensing.device set retired_at = ?, offline_since = null
                                where thing_id = ? and retired_at is null
                                """).params(Timestamp.from(at), thing).update() > 0;
    }

    void offline(long thing, @Nullable Instant since) {
        jdbc.sql("update sensing.device set offline_since = :since::timestamptz where thing_id = :thing")
                .param("since", since == null ? null : since.toString())
                .param("thing", thing)
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var lon = row.getObject("lon", Double.class);
        var lat = row.getObject("lat", Double.class);
        var at = instant(row, "commissioned_at");
        return new Row(
                row.getLong("id"),
                new Names(row.getString("code"), row.getString("name"), row.getString("organisation")),
                new Make(
                        row.getString("kind"), row.getString("maker"), row.getString("model"), row.getString("serial")),
                lon == null || lat == null ? null : new Position(lon, lat),
                at == null ? null : new Commissioning(at, row.getString("commissioned_by")),
                instant(row, "retired_at"),
                instant(row, "offline_since"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
