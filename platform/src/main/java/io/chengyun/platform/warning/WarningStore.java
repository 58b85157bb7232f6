package io.chengyun.platform.warning;

import io.chengyun.platform.warning.Warning.Identity;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The warnings' table: the whole warning as JSON, beside it what is searched by. */
@Repository
class WarningStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    WarningStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void save(Warning warning) {
        jdbc.sql("""
                        insert into warning.warning (id, scenario, danger, town, standing, raised_at, body)
                        values (:id, :scenario, :danger, :town, :standing, :raisedAt::timestamptz, :body::jsonb)
                        on conflict (id) do update set standing = excluded.standing, body = excluded.body
                        """)
                .param("id", warning.id())
                .param("scenario", warning.identity().scenario())
                .param("danger", warning.identity().danger())
                .param("town", warning.identity().town().value())
                .param("standing", warning.isStanding())
                .param("raisedAt", warning.times().raisedAt().toString())
                .param("body", json.writeValueAsString(warning))
                .update();
    }

    /** The standing warning, locked until the transaction ends. */
    Optional<Warning> findStanding(Identity identity) {
        return jdbc.sql("""
                        select body from warning.warning
                        where standing and scenario = ? and danger = ? and town = ? for update
                        """)
                .params(identity.scenario(), identity.danger(), identity.town().value())
                .query((row, number) -> read(row.getString(1)))
                .optional();
    }

    /** The warning, locked until the transaction ends so that two receipts do not overwrite each other. */
    Optional<Warning> findForChange(String id) {
        return jdbc.sql("select body from warning.warning where id = ? for update")
                .param(id)
                .query((row, number) -> read(row.getString(1)))
                .optional();
    }

    Optional<Warning> find(String id) {
        return jdbc.sql("select body from warning.warning where id = ?")
                .param(id)
                .query((row, number) -> read(row.getString(1)))
                .optional();
    }

    List<Warning> listStanding() {
        return jdbc.sql("select body from warning.warning where standing order by raised_at, id")
                .query((row, number) -> read(row.getString(1)))
                .list();
    }

    /** The newest warnings first. */
    List<Warning> list(int limit) {
        return jdbc.sql("select body from warning.warning order by raised_at desc, id desc limit ?")
                .param(limit)
                .query((row, number) -> read(row.getString(1)))
                .list();
    }

    private Warning read(String body) {
        return json.readValue(body, Warning.class);
    }
}
