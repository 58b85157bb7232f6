package io.chengyun.platform.sensing.account;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sources that are kept out, over a restart (来源隔离库). */
@Repository
public class StandingStore {

    private final JdbcClient jdbc;

    StandingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row of it. */
    public record Row(String source, Instant since, Instant until, long received, long rejected) {}

    public void save(Row row) {
        jdbc.sql("""
                        insert into sensing.source_standing (source, since_at, until_at, received, rejected)
                        values (?, ?, ?, ?, ?)
                        on conflict (source) do update
                           set since_at = excluded.since_at, until_at = excluded.until_at,
                               received = excluded.received, rejected = excluded.rejected
                        """)
                .params(
                        row.source(),
                        Timestamp.from(row.since()),
                        Timestamp.from(row.until()),
                        row.received(),
                        row.rejected())
                .update();
    }

    /** Whether it was there. */
    public boolean remove(String source) {
        return jdbc.sql("delete from sensing.source_standing where source = ?")
                        .param(source)
                        .update()
                > 0;
    }

    public List<Row> list() {
        return jdbc.sql("select source, since_at, until_at, received, rejected from sensing.source_standing")
                .query((row, n) -> new Row(
                        row.getString(1),
                        row.getTimestamp(2).toInstant(),
                        row.getTimestamp(3).toInstant(),
                        row.getLong(4),
                        row.getLong(5)))
                .list();
    }
}
