package io.chengyun.platform.assessment;

import io.chengyun.kernel.AreaCode;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The drawer of signals (信号库), in the order in which they were given. */
@Component
class SignalStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SignalStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Keeps the signal; whether its rule is advisory, which is kept with it. */
    boolean save(Signal signal, Instant givenAt) {
        var origin = signal.origin();
        return jdbc.sql("""
                        insert into assessment.signal (id, body, given_at, advisory)
                        values (:id, :body::jsonb, :givenAt, exists (
                            select from assessment.rule_standing
                            where scenario = :scenario and rule = :rule and version = :version and advisory))
                        returning advisory
                        """)
                .param("id", signal.id())
                .param("body", json.writeValueAsString(signal))
                .param("givenAt", Timestamp.from(givenAt))
                .param("scenario", origin.scenario())
                .param("rule", origin.rule())
                .param("version", origin.version())
                .query(Boolean.class)
                .single();
    }

    /** The newest signals of a town, or of all when it is null, newest first. */
    List<Signal> list(@Nullable AreaCode town, int limit) {
        return jdbc.sql("""
                        select body from assessment.signal
                        where cast(:town as text) is null or town = :town
                        order by number desc limit :limit
                        """)
                .param("town", town == null ? null : town.value())
                .param("limit", limit)
                .query((row, number) -> json.readValue(row.getString("body"), Signal.class))
                .list();
    }

    /** What each of these said last, where it said anything. */
    List<Signal> listLast(Collection<Voice> voices) {
        return listLast(voices, null);
    }

    /** What each of these said last of what was before a time, or at all when that is null. */
    List<Signal> listLast(Collection<Voice> voices, @Nullable Instant before) {
        if (voices.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select last.body
                        from unnest(?::bigint[], ?::text[], ?::text[]) as voice (stream, scenario, rule)
                        cross join lateral (
                            select body from assessment.signal s
                            where (s.body #>> '{source,stream}')::bigint = voice.stream
                              and s.scenario = voice.scenario and s.rule = voice.rule
                              and (s.body ->> 'at')::timestamptz < coalesce(?::timestamptz, 'infinity')
                            order by number desc limit 1) last
                        """)
                .params(columns(voices))
                .param(before == null ? null : before.toString())
                .query((row, number) -> json.readValue(row.getString("body"), Signal.class))
                .list();
    }

    /** What each rule of single streams said last of a stream in each town in which it stood, newest first. */
    List<Signal> listLastByTown(long stream) {
        return jdbc.sql("""
                        select body from (
                            select distinct on (scenario, rule, town) number, body
                            from assessment.signal
                            where (body #>> '{source,stream}')::bigint = ? and body #>> '{source,scope}' is null
                            order by scenario, rule, town, number desc) last
                        order by number desc
                        """)
                .param(stream)
                .query((row, number) -> json.readValue(row.getString("body"), Signal.class))
                .list();
    }

    /** What a rule over several streams said last of each of its groups. */
    List<Signal> listLastOfGroups(String scenario, String rule) {
        return jdbc.sql("""
                        select distinct on (body #>> '{source,scope,over}', body #>> '{source,scope,code}') body
                        from assessment.signal
                        where scenario = ? and rule = ? and body #>> '{source,scope,code}' is not null
                        order by body #>> '{source,scope,over}', body #>> '{source,scope,code}', number desc
                        """)
                .params(scenario, rule)
                .query((row, number) -> json.readValue(row.getString("body"), Signal.class))
                .list();
    }

    /** Streams, scenarios and rules, one array each. */
    static List<Object> columns(Collection<Voice> voices) {
        return List.of(
                voices.stream().map(Voice::stream).toArray(Long[]::new),
                voices.stream().map(Voice::scenario).toArray(String[]::new),
                voices.stream().map(Voice::rule).toArray(String[]::new));
    }
}
