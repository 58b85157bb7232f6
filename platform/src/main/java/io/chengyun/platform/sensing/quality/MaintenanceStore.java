package io.chengyun.platform.sensing.quality;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.sensing.quality.QualityEvent.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The maintenance windows' table (维护库). */
@Repository
class MaintenanceStore {

    private static final String ROWS =
            "select id, device, area, from_at, until_at, reason, by_staff, begun, ended from sensing.maintenance ";

    private final JdbcClient jdbc;

    MaintenanceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A window with whether its beginning and its end were told. */
    record Row(Window window, boolean begun, boolean ended) {

        /** When something is to be told of it next. */
        Instant dueAt() {
            return begun ? window.until() : window.from();
        }
    }

    void save(Row row) {
        var window = row.window();
        var area = window.area();
        jdbc.sql("""
                        insert into sensing.maintenance
                            (id, device, area, from_at, until_at, reason, by_staff, begun, ended)
                        values (:id, :device::text, :area::text, :from, :until, :reason, :by, :begun, :ended)
                        on conflict (id) do update
                           set until_at = excluded.until_at, begun = excluded.begun, ended = excluded.ended
                        """)
                .param("id", window.id())
                .param("device", window.device())
                .param("area", area == null ? null : area.value())
                .param("from", Timestamp.from(window.from()))
                .param("until", Timestamp.from(window.until()))
                .param("reason", window.reason())
                .param("by", window.by())
                .param("begun", row.begun())
                .param("ended", row.ended())
                .update();
    }

    void remove(String id) {
        jdbc.sql("delete from sensing.maintenance where id = ?").param(id).update();
    }

    /** Windows that are not over, and those that ended after {@code since}, by beginning. */
    List<Row> list(Instant since) {
        return jdbc.sql(ROWS + "where not ended or until_at > ? order by from_at, id")
                .param(Timestamp.from(since))
                .query(MaintenanceStore::row)
                .list();
    }

    /** The window, locked until the transaction ends. */
    Optional<Row> findForChange(String id) {
        return jdbc.sql(ROWS + "where id = ? for update")
                .param(id)
                .query(MaintenanceStore::row)
                .optional();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var area = row.getString("area");
        var window = new Window(
                row.getString("id"),
                row.getString("device"),
                area == null ? null : new AreaCode(area),
                row.getTimestamp("from_at").toInstant(),
                row.getTimestamp("until_at").toInstant(),
                row.getString("reason"),
                row.getString("by_staff"));
        return new Row(window, row.getBoolean("begun"), row.getBoolean("ended"));
    }
}
