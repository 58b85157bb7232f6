package io.chengyun.platform.access;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps sessions (会话), each under the digest of its token. */
@Component
class SessionStore {

    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Session> find(byte[] digest) {
        return jdbc.sql("""
                        SELECT staff.*, started_at, seen_at
                        FROM access.session JOIN access.staff ON staff.id = session.staff
                        WHERE token_digest = :digest
                        """)
                .param("digest", digest)
                .query((row, number) -> new Session(
                        HexFormat.of().formatHex(digest),
                        StaffStore.caller(row),
                        row.getTimestamp("started_at").toInstant(),
                        row.getTimestamp("seen_at").toInstant()))
                .optional();
    }

    void save(byte[] digest, String staff, Instant startedAt) {
        jdbc.sql("""
                        INSERT INTO access.session (token_digest, staff, started_at, seen_at)
                        VALUES (:digest, :staff, :at, :at)
                        """)
                .param("digest", digest)
                .param("staff", staff)
                .param("at", Timestamp.from(startedAt))
                .update();
    }

    void see(byte[] digest, Instant at) {
        jdbc.sql("UPDATE access.session SET seen_at = :at WHERE token_digest = :digest")
                .param("at", Timestamp.from(at))
                .param("digest", digest)
                .update();
    }

    boolean remove(byte[] digest) {
        return jdbc.sql("DELETE FROM access.session WHERE token_digest = :digest")
                        .param("digest", digest)
                        .update()
                > 0;
    }

    void removeOld(Instant seenBefore, Instant startedBefore) {
        jdbc.sql("DELETE FROM access.session WHERE seen_at <= :seenBefore OR started_at <= :startedBefore")
                .param("seenBefore", Timestamp.from(seenBefore))
                .param("startedBefore", Timestamp.from(startedBefore))
                .update();
    }
}
