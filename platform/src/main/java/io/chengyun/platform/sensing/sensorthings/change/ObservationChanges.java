package io.chengyun.platform.sensing.sensorthings.change;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.sensing.Sensing;
import io.chengyun.platform.sensing.SensingRefusal;
import io.chengyun.platform.sensing.detail.DetailStore;
import io.chengyun.platform.sensing.notation.PhenomenonTime;
import io.chengyun.platform.sensing.sensorthings.answer.Entity;
import io.chengyun.platform.sensing.sensorthings.model.EntityId;
import io.chengyun.platform.sensing.table.Partitions;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Changes and deletes stored observations (观测更正), while none is being written; rules and subscribers hear of it. */
@Service
public class ObservationChanges {

    private static final String AT = "timestamptz 'epoch' + ?::bigint * interval '1 microsecond'";

    private final JdbcClient jdbc;
    private final Sensing sensing;
    private final DetailStore details;
    private final Partitions partitions;

    ObservationChanges(JdbcClient jdbc, Sensing sensing, DetailStore details, Partitions partitions) {
        this.jdbc = jdbc;
        this.partitions = partitions;
        this.sensing = sensing;
        this.details = details;
    }

    void erase(EntityId id) {
        sensing.alter(List.of(id.number()), () -> {
            for (var table : List.of("observation_detail", "observation")) {
                jdbc.sql("delete from sensing." + table + " where datastream_id = ? and phenomenon_at = " + AT)
                        .params(id.number(), micros(id))
                        .update();
            }
            settleNewest(id.number());
            return touched(id.number(), micros(id));
        });
    }

    /** Deletes a feature and all observations that look at it. */
    void eraseOfFeature(long feature) {
        var streams = jdbc.sql("""
                        select datastream_id from sensing.stream_feature where feature_id = :feature
                        union select datastream_id from sensing.observation_detail where feature_id = :feature
                        """).param("feature", feature).query(Long.class).list();
        sensing.alter(streams, () -> {
            var touched = new LinkedHashMap<Long, List<Instant>>();
            for (long stream : streams) {
                touched.put(stream, eraseOfFeature(stream, feature));
                settleNewest(stream);
            }
            jdbc.sql("delete from sensing.stream_feature where feature_id = ?")
                    .param(feature)
                    .update();
            jdbc.sql("delete from sensing.feature where id = ?").param(feature).update();
            return touched;
        });
    }

    /** Times of the oldest and the newest that went. */
    private List<Instant> eraseOfFeature(long stream, long feature) {
        var gone = jdbc.sql("""
                        with gone as (delete from sensing.observation o
                        where o.datastream_id = :stream
                          and coalesce(
                            (select d.feature_id from sensing.observation_detail d
                             where d.datastream_id = o.datastream_id and d.phenomenon_at = o.phenomenon_at),
                            (select f.feature_id from sensing.stream_feature f
                             where f.datastream_id = o.datastream_id and f.since <= o.stored_at
                             order by f.since desc limit 1)) = :feature
                        returning o.phenomenon_at)
                        select min(phenomenon_at) from gone having count(*) > 0
                        union select max(phenomenon_at) from gone having count(*) > 0 order by 1
                        """)
                .param("stream", stream)
                .param("feature", feature)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .list();
        jdbc.sql("""
                        delete from sensing.observation_detail d
                        where d.datastream_id = ? and not exists (select from sensing.observation o
                            where o.datastream_id = d.datastream_id and o.phenomenon_at = d.phenomenon_at)
                        """).param(stream).update();
        return gone;
    }

    /** Writes the changed observation in place of the standing one; moved in time it keeps its id. */
    public void change(Entity standing, WholeObservation changed, JsonNode sent) {
        var from = standing.id();
        long to = changed.micros();
        if (sent.has("Datastream") || sent.has("MultiDatastream")) {
            throw new Refused(SensingRefusal.NOT_CHANGED_SO);
        }
        if (!sensing.takes(to)) {
            throw new Malformed("phenomenonTime", "lies further back or ahead than the house keeps observations");
        }
        sensing.alter(List.of(from.number()), () -> {
            partitions.prepare(Set.of(YearMonth.from(PhenomenonTime.instant(to).atOffset(ZoneOffset.UTC))));
            if (to != micros(from) && stored(from.number(), to)) {
                throw new Refused(SensingRefusal.TIME_TAKEN);
            }
            int changes = jdbc.sql("update sensing.observation set phenomenon_at = " + AT
                            + ", result = ? where datastream_id = ? and phenomenon_at = " + AT
                            + " and (phenomenon_at <> " + AT + " or result is distinct from ?)")
                    .params(to, changed.number(), from.number(), micros(from), to, changed.number())
                    .update();
            jdbc.sql("update sensing.observation_detail set phenomenon_at = " + AT
                            + " where datastream_id = ? and phenomenon_at = " + AT)
                    .params(to, from.number(), micros(from))
                    .update();
            details.keep(List.of(new DetailStore.Row(from.number(), to, changed.detail())));
            jdbc.sql("update sensing.observation_detail set known_micros = nullif(?::bigint, ?::bigint)"
                            + " where datastream_id = ? and phenomenon_at = " + AT)
                    .params(micros(standing.known()), to, from.number(), to)
                    .update();
            settleNewest(from.number());
            // what is said about an observation is no other observation
            return changes == 0 ? Map.of() : touched(from.number(), micros(from), to);
        });
    }

    /** The feature that the observation itself names, if it names one. */
    public @Nullable Long feature(EntityId id) {
        return jdbc.sql("select feature_id from sensing.observation_detail"
                        + " where datastream_id = ? and feature_id is not null and phenomenon_at = " + AT)
                .params(id.number(), micros(id))
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    private static Map<Long, List<Instant>> touched(long stream, long... micros) {
        return Map.of(
                stream,
                Arrays.stream(micros)
                        .distinct()
                        .sorted()
                        .mapToObj(PhenomenonTime::instant)
                        .toList());
    }

    private boolean stored(long stream, long micros) {
        return jdbc.sql("select exists (select from sensing.observation where datastream_id = ? and phenomenon_at = "
                        + AT + ")")
                .params(stream, micros)
                .query(Boolean.class)
                .single();
    }

    /** The newest may have gone, changed, or become another. */
    private void settleNewest(long stream) {
        jdbc.sql("delete from sensing.latest where datastream_id = ?")
                .param(stream)
                .update();
        jdbc.sql("""
                        insert into sensing.latest (datastream_id, phenomenon_at, result)
                        select datastream_id, phenomenon_at, result from sensing.observation
                        where datastream_id = ? order by phenomenon_at desc limit 1
                        """).param(stream).update();
    }

    private static long micros(EntityId id) {
        if (id.micros() == null) {
            throw new Malformed("id", "must be an observation's");
        }
        return Objects.requireNonNull(id.micros(), "just seen");
    }
}
