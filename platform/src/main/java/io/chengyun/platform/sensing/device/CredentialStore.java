package io.chengyun.platform.sensing.device;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Credentials of devices (凭证库); a thing without a code of its own goes by {@code thing-} and its number. */
@Repository
class CredentialStore {

    private static final String SELECT = """
            select c.id, coalesce(t.code, 'thing-' || t.id), c.issued_at, c.issued_by, c.revoked_at
            from sensing.device_credential c join sensing.thing t on t.id = c.thing_id
            """;

    private final JdbcClient jdbc;

    CredentialStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Long> findThing(String code) {
        return jdbc.sql("select id from sensing.thing where coalesce(code, 'thing-' || id) = ?")
                .param(code)
                .query(Long.class)
                .optional();
    }

    void add(Credential credential, long thing, byte[] digest) {
        jdbc.sql("""
                        insert into sensing.device_credential (id, thing_id, digest, issued_at, issued_by)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(credential.id(), thing, digest, Timestamp.from(credential.issuedAt()), credential.issuedBy())
                .update();
    }

    /** The good credential with this digest. */
    Optional<Credential> findGood(byte[] digest) {
        return jdbc.sql(SELECT + "where c.digest = ? and c.revoked_at is null")
                .param(digest)
                .query(CredentialStore::row)
                .optional();
    }

    /** The thing's credentials, revoked ones included, newest first. */
    List<Credential> list(String thing) {
        return jdbc.sql(SELECT + "where coalesce(t.code, 'thing-' || t.id) = ? order by c.issued_at desc, c.id")
                .param(thing)
                .query(CredentialStore::row)
                .list();
    }

    void revoke(String id, Instant at) {
        jdbc.sql("update sensing.device_credential set revoked_at = ? where id = ?")
                .params(Timestamp.from(at), id)
                .update();
    }

    private static Credential row(ResultSet row, int number) throws SQLException {
        var revoked = row.getTimestamp(5);
        return new Credential(
                row.getString(1),
                row.getString(2),
                row.getTimestamp(3).toInstant(),
                row.getString(4),
                revoked == null ? null : revoked.toInstant());
    }
}
