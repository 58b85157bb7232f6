package io.chengyun.platform.exchange;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The tables of versions and shares: each whole as JSON, beside it what is searched by. */
@Repository
class ExchangeStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ExchangeStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Nobody else changes the data set until the transaction ends; it may have no row yet that could be locked. */
    void lock(String set) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended('exchange ' || ?, 0))) held")
                .param(set)
                .query(Integer.class)
                .single();
    }

    void add(String set, Version version) {
        jdbc.sql("insert into exchange.version (id, data_set, number, body) values (?, ?, ?, ?::jsonb)")
                .params(set + "/" + version.number(), set, version.number(), json.writeValueAsString(version))
                .update();
    }

    Optional<Version> newest(String set) {
        return versions(set, 1).stream().findFirst();
    }

    /** The newest of each data set that has one. */
    List<Held> newest() {
        return jdbc.sql(
                        "select distinct on (data_set) data_set, body from exchange.version order by data_set, number desc")
                .query((row, number) -> new Held(row.getString(1), json.readValue(row.getString(2), Version.class)))
                .list();
    }

    /** A data set's newest version. */
    record Held(String set, Version version) {}

    /** The newest first. */
    List<Version> versions(String set, int limit) {
        return jdbc.sql("select body from exchange.version where data_set = ? order by number desc limit ?")
                .params(set, limit)
                .query((row, number) -> json.readValue(row.getString(1), Version.class))
                .list();
    }

    Optional<Version> find(String set, int number) {
        return jdbc.sql("select body from exchange.version where data_set = ? and number = ?")
                .params(set, number)
                .query((row, place) -> json.readValue(row.getString(1), Version.class))
                .optional();
    }

    void save(Share share) {
        jdbc.sql("""
                        insert into exchange.share (id, data_set, body) values (?, ?, ?::jsonb)
                        on conflict (id) do update set body = excluded.body
                        """)
                .params(share.id(), share.set(), json.writeValueAsString(share))
                .update();
    }

    /** Those that nobody revoked, the newest first. */
    List<Share> shares(String set) {
        return jdbc.sql("""
                        select body from exchange.share
                        where data_set = ? and body ->> 'revokedAt' is null order by id desc
                        """)
                .param(set)
                .query((row, number) -> json.readValue(row.getString(1), Share.class))
                .list();
    }
}
