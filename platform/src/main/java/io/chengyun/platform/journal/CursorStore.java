package io.chengyun.platform.journal;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far each follower has come, and what it refused on the way. */
@Repository
class CursorStore {

    private final JdbcClient jdbc;

    CursorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long get(String follower) {
        return jdbc.sql("select coalesce((select number from journal.cursor where follower = ?), 0)")
                .param(follower)
                .query(Long.class)
                .single();
    }

    void move(String follower, long number) {
        jdbc.sql("""
                        insert into journal.cursor (follower, number) values (?, ?)
                        on conflict (follower) do update set number = excluded.number
                        """).params(follower, number).update();
    }

    void refused(String follower, long number, String reason, Instant at) {
        jdbc.sql("""
                        insert into journal.refusal (follower, number, reason, at) values (?, ?, ?, ?)
                        on conflict (follower, number) do nothing
                        """).params(follower, number, reason, Timestamp.from(at)).update();
    }
}
