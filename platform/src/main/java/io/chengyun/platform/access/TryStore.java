package io.chengyun.platform.access;

import io.chengyun.platform.access.TryRules.Tries;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps sign-in tries (登录尝试) under digests, since what people type as a name may be a password. */
@Component
class TryStore {

    private final JdbcClient jdbc;

    TryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The tries under this key, locked until the transaction ends, so that guesses side by side are all counted. */
    Tries lock(byte[] key, Instant now) {
        jdbc.sql("""
                        INSERT INTO access.tries (key_digest, failures, since) VALUES (:key, 0, :now)
                        ON CONFLICT DO NOTHING
                        """).param("key", key).param("now", Timestamp.from(now)).update();
        return jdbc.sql("SELECT failures, since FROM access.tries WHERE key_digest = :key FOR UPDATE")
                .param("key", key)
                .query((row, number) -> new Tries(
                        row.getInt("failures"), row.getTimestamp("since").toInstant()))
                .single();
    }

    void save(byte[] key, Tries tries) {
        jdbc.sql("UPDATE access.tries SET failures = :failures, since = :since WHERE key_digest = :key")
                .param("failures", tries.failures())
                .param("since", Timestamp.from(tries.since()))
                .param("key", key)
                .update();
    }

    /** One try was right after all. */
    void forgive(byte[] key) {
        jdbc.sql("UPDATE access.tries SET failures = failures - 1 WHERE key_digest = :key AND failures > 0")
                .param("key", key)
                .update();
    }

    void forget(byte[] key) {
        jdbc.sql("DELETE FROM access.tries WHERE key_digest = :key")
                .param("key", key)
                .update();
    }

    void forgetBefore(Instant since) {
        jdbc.sql("DELETE FROM access.tries WHERE since <= :since")
                .param("since", Timestamp.from(since))
                .update();
    }
}
