package io.chengyun.platform.ledger.anchor;

import io.chengyun.proof.Checkpoint;
import io.chengyun.proof.Note;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The checkpoints that a chain holds, and the one on its way. */
@Repository
class AnchorStore {

    /** Any fixed number; whoever holds this lock in the database speaks with the chain. */
    private static final long LOCK = 7_310_114L;

    private static final String COLUMNS =
            "select size, note, memory, chain, block, transaction, problem, told, anchored_at from ledger.anchor";

    private final JdbcClient jdbc;

    AnchorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A checkpoint that is to be anchored (锚定任务).
     *
     * @param note with its signatures
     * @param memory of the chain's module
     * @param told whether it was said that it does not go on
     */
    record Task(AnchorStanding standing, Note note, String memory, boolean told) {}

    /** Whether this process may speak with the chain now; holds until the transaction ends. */
    boolean mayWrite() {
        return jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
    }

    /** What everybody sees now. */
    Optional<Note> published() {
        return jdbc.sql("select note from ledger.head where note is not null")
                .query(String.class)
                .optional()
                .map(Note::parse);
    }

    Optional<Task> waiting() {
        return jdbc.sql(COLUMNS + " where anchored_at is null")
                .query(AnchorStore::task)
                .optional();
    }

    /** The last that the chain holds. */
    Optional<Task> last() {
        return jdbc.sql(COLUMNS + " where anchored_at is not null order by size desc limit 1")
                .query(AnchorStore::task)
                .optional();
    }

    private static Task task(ResultSet row, int number) throws SQLException {
        var at = row.getTimestamp("anchored_at");
        var standing = new AnchorStanding(
                row.getLong("size"),
                row.getLong("chain"),
                row.getLong("block"),
                row.getString("transaction"),
                at == null ? null : at.toInstant(),
                row.getString("problem"));
        return new Task(standing, Note.parse(row.getString("note")), row.getString("memory"), row.getBoolean("told"));
    }

    /** The receipt over so many records. */
    Optional<String> receipt(long size) {
        return jdbc.sql("select receipt from ledger.anchor where size = ? and receipt is not null")
                .param(size)
                .query(String.class)
                .optional();
    }

    Task begin(Note note, long chain) {
        long size = Checkpoint.parse(note.text()).size();
        jdbc.sql("insert into ledger.anchor (size, note, memory, chain) values (?, ?, ?, ?)")
                .params(size, note.format(), Anchor.NOTHING_YET, chain)
                .update();
        return new Task(new AnchorStanding(size, chain, 0, "", null, null), note, Anchor.NOTHING_YET, false);
    }

    void remember(long size, String memory) {
        jdbc.sql("update ledger.anchor set memory = ?, problem = null where size = ?")
                .params(memory, size)
                .update();
    }

    void held(long size, String problem) {
        jdbc.sql("update ledger.anchor set problem = ?, told = true where size = ?")
                .params(problem, size)
                .update();
    }

    void anchored(AnchorStanding now, Instant at, String receipt) {
        jdbc.sql("""
                        update ledger.anchor
                        set chain = ?, block = ?, transaction = ?, receipt = ?, anchored_at = ?, problem = null
                        where size = ?
                        """)
                .params(now.chain(), now.block(), now.transaction(), receipt, Timestamp.from(at), now.size())
                .update();
    }

    /** When the last one came into the chain; null while none did. */
    @Nullable
    Instant lastAt() {
        return last().map(it -> it.standing().at()).orElse(null);
    }
}
