package io.chengyun.platform.casework.errand;

import io.chengyun.platform.place.Position;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where staff were when they last sent a photo, in schema {@code casework}: read, and kept nowhere else. */
@Component
class SeenStore {

    private final JdbcClient jdbc;

    SeenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A place and when somebody was there. */
    record Seen(Position position, Instant at) {}

    /** The newest place of each since then, by staff id; photos whose place or time is doubted say nothing. */
    Map<String, Seen> listSince(Collection<String> staff, Instant since, Instant now) {
        var seen = new HashMap<String, Seen>();
        jdbc.sql("""
                SELECT DISTINCT ON (stored_by) stored_by, lon, lat, taken_at FROM casework.photo
                WHERE stored_by = ANY ((SELECT :staff::text[])::text[]) AND stored_at >= :since
                  AND taken_at >= :since AND taken_at <= :now AND doubts = ''
                ORDER BY stored_by, taken_at DESC
                """)
                .param("staff", staff.toArray(String[]::new))
                .param("since", Timestamp.from(since))
                .param("now", Timestamp.from(now))
                .query((row, number) -> seen.put(
                        row.getString("stored_by"),
                        new Seen(
                                new Position(row.getDouble("lon"), row.getDouble("lat")),
                                row.getTimestamp("taken_at").toInstant())))
                .list();
        return seen;
    }
}
