package io.chengyun.platform.sensing.table;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What streams look at when their observations do not say (关注对象): where their thing stands, made once of each location. */
@Repository
public class FeatureStore {

    private final JdbcClient jdbc;

    FeatureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Lets observations of the stream that are stored from now on look at where its thing stands; the first one also those
     * that are stored already.
     *
     * @return whether the stream looks at anything
     */
    public boolean settle(long stream, Instant now) {
        jdbc.sql("""
                        insert into sensing.feature (name, description, encoding_type, feature, bounds, location_id)
                        select l.name, l.description, l.encoding_type, l.location, l.bounds, l.id
                        from sensing.datastream d
                        join sensing.thing_location tl on tl.thing_id = d.thing_id
                        join sensing.location l on l.id = tl.location_id
                        where d.id = ? order by l.id desc limit 1
                        on conflict (location_id) do nothing
                        """).param(stream).update();
        jdbc.sql("""
                        with wanted as (
                            select f.id from sensing.datastream d
                            join sensing.thing_location tl on tl.thing_id = d.thing_id
                            join sensing.feature f on f.location_id = tl.location_id
                            where d.id = :stream order by f.location_id desc limit 1),
                        standing as (
                            select feature_id from sensing.stream_feature
                            where datastream_id = :stream order by since desc limit 1)
                        insert into sensing.stream_feature (datastream_id, since, feature_id)
                        select :stream, case when exists (select from standing) then :now::timestamptz else '-infinity'::timestamptz end, id
                        from wanted where id is distinct from (select feature_id from standing)
                        on conflict (datastream_id, since) do update set feature_id = excluded.feature_id
                        """).param("stream", stream).param("now", Timestamp.from(now)).update();
        return jdbc.sql("select exists (select from sensing.stream_feature where datastream_id = ?)")
                .param(stream)
                .query(Boolean.class)
                .single();
    }

    /** Forgets that the feature was made of the location: the location is another now. */
    public void release(long location) {
        jdbc.sql("update sensing.feature set location_id = null where location_id = ?")
                .param(location)
                .update();
    }
}
