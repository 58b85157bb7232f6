package io.chengyun.platform.journal;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far each follower has come, and what it refused on the way. */
@Repository
class CursorStore {

    private final JdbcClient jdbc;
    private final PostgresJournal journal;

    CursorStore(JdbcClient jdbc, PostgresJournal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    long get(String follower) {
        return jdbc.sql("select coalesce((select number from journal.cursor where follower = ?), 0)")
                .param(follower)
                .query(Long.class)
                .single();
    }

    /**
     * Moves a follower's cursor, the last of its transaction. Where that tells nothing itself it does not wait for the disk: what
     * a crash undoes of it is heard again, for the cursor is undone with it.
     */
    void move(String follower, long number) {
        jdbc.sql("""
                        insert into journal.cursor (follower, number)
                        select ?::text, ?::bigint
                        where case when ? then true else set_config('synchronous_commit', 'off', true) = 'off' end
                        on conflict (follower) do update set number = excluded.number
                        """).params(follower, number, journal.tells()).update();
    }

    void refused(String follower, long number, String reason, Instant at) {
        jdbc.sql("""
                        insert into journal.refusal (follower, number, reason, at) values (?, ?, ?, ?)
                        on conflict (follower, number) do nothing
                        """).params(follower, number, reason, Timestamp.from(at)).update();
    }
}
