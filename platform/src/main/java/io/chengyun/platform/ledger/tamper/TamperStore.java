package io.chengyun.platform.ledger.tamper;

import io.chengyun.platform.ledger.tamper.Tamper.Kind;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was found. */
@Repository
class TamperStore {

    private final JdbcClient jdbc;

    TamperStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it was not known before. */
    boolean add(Tamper tamper) {
        return jdbc.sql("""
                        insert into ledger.tamper (table_name, row_key, column_name, number, kind, found_at)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .params(
                                tamper.table(),
                                tamper.row(),
                                tamper.column(),
                                tamper.number(),
                                tamper.kind().name(),
                                Timestamp.from(tamper.foundAt()))
                        .update()
                == 1;
    }

    /** The newest first. */
    List<Tamper> list(int limit) {
        return jdbc.sql("select * from ledger.tamper order by found_at desc, table_name, row_key, column_name limit ?")
                .param(limit)
                .query((row, number) -> new Tamper(
                        row.getString("table_name"),
                        row.getString("row_key"),
                        row.getString("column_name"),
                        row.getLong("number"),
                        Kind.valueOf(row.getString("kind")),
                        row.getTimestamp("found_at").toInstant()))
                .list();
    }
}
