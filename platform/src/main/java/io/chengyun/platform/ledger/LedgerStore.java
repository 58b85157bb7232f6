package io.chengyun.platform.ledger;

import io.chengyun.platform.ledger.Head.Published;
import io.chengyun.proof.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger's one row: how far it has come. */
@Repository
class LedgerStore {

    /** Any fixed number; whoever holds this lock in the database is the one ledger. */
    private static final long LOCK = 7_310_113L;

    private final JdbcClient jdbc;

    LedgerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether this process may write the log now; holds until the transaction ends. */
    boolean mayWrite() {
        return jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
    }

    Optional<Head> find() {
        return jdbc.sql("select size, root, integrated_at, note, published_at from ledger.head")
                .query(LedgerStore::head)
                .optional();
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(
                row.getLong("size"),
                Hash.read(row.getBytes("root"), 0),
                row.getTimestamp("integrated_at").toInstant(),
                published(row.getString("note"), row.getTimestamp("published_at")));
    }

    private static @Nullable Published published(@Nullable String note, @Nullable Timestamp at) {
        return note == null || at == null ? null : new Published(note, at.toInstant());
    }

    void integrated(long size, Hash root, Instant at) {
        jdbc.sql("""
                        insert into ledger.head (size, root, integrated_at) values (?, ?, ?)
                        on conflict (one) do update
                        set size = excluded.size, root = excluded.root, integrated_at = excluded.integrated_at
                        """).params(size, root.toBytes(), Timestamp.from(at)).update();
    }

    void published(String note, Instant at) {
        jdbc.sql("update ledger.head set note = ?, published_at = ?")
                .params(note, Timestamp.from(at))
                .update();
    }
}
