package io.chengyun.platform.assessment;

import java.util.List;
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

    void save(Signal signal) {
        jdbc.sql("insert into assessment.signal (id, body) values (?, ?::jsonb)")
                .params(signal.id(), json.writeValueAsString(signal))
                .update();
    }

    /** The newest signals, newest first. */
    List<Signal> list(int limit) {
        return jdbc.sql("select body from assessment.signal order by number desc limit ?")
                .param(limit)
                .query((row, number) -> json.readValue(row.getString("body"), Signal.class))
                .list();
    }
}
