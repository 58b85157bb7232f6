package io.chengyun.platform.assessment;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The drawer of what was not said while somebody worked on a device (未发库): the newest of each rule and stream. */
@Component
class UnsaidStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    UnsaidStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void save(Signal signal) {
        var voice = Voice.of(signal);
        jdbc.sql("""
                        insert into assessment.unsaid (stream, scenario, rule, body) values (?, ?, ?, ?::jsonb)
                        on conflict (stream, scenario, rule) do update set body = excluded.body
                        """)
                .params(voice.stream(), voice.scenario(), voice.rule(), json.writeValueAsString(signal))
                .update();
    }

    void remove(Collection<Voice> voices) {
        jdbc.sql("""
                        delete from assessment.unsaid
                        where (stream, scenario, rule) in (select * from unnest(?::bigint[], ?::text[], ?::text[]))
                        """).params(SignalStore.columns(voices)).update();
    }

    /** The streams of which something is unsaid. */
    Set<Long> streams() {
        return new HashSet<>(jdbc.sql("select distinct stream from assessment.unsaid")
                .query(Long.class)
                .list());
    }

    /** What is unsaid of a stream, by rule. */
    List<Signal> list(long stream) {
        return jdbc.sql("select body from assessment.unsaid where stream = ? order by scenario, rule")
                .param(stream)
                .query((row, number) -> json.readValue(row.getString("body"), Signal.class))
                .list();
    }
}
