package io.chengyun.platform.casework.evidence;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.place.Position;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Photos of cases, in schema {@code casework}. */
@Component
public class PhotoStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    PhotoStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps a photo for a case; the same again changes nothing. */
    public void save(String caseId, Photo photo, String by) {
        jdbc.sql("""
                INSERT INTO casework.photo (case_id, id, type, lon, lat, taken_at, stored_at, stored_by, bytes)
                VALUES (:caseId, :id, :type, :lon, :lat, :takenAt, :storedAt, :by, :bytes)
                ON CONFLICT DO NOTHING
                """)
                .param("caseId", caseId)
                .param("id", photo.id())
                .param("type", photo.type())
                .param("lon", photo.position().lon())
                .param("lat", photo.position().lat())
                .param("takenAt", Timestamp.from(photo.takenAt()))
                .param("storedAt", Timestamp.from(clock.instant()))
                .param("by", by)
                .param("bytes", photo.bytes())
                .update();
    }

    /** Whether every one of these photos was sent to the case. */
    public boolean hasAll(String caseId, List<String> ids) {
        if (ids.isEmpty()) {
            return true;
        }
        var wanted = Set.copyOf(ids);
        long there = jdbc.sql("SELECT count(*) FROM casework.photo WHERE case_id = :caseId AND id IN (:ids)")
                .param("caseId", caseId)
                .param("ids", wanted)
                .query(Long.class)
                .single();
        return there == wanted.size();
    }

    /** The photo of a case in this town, or in any if none is named. */
    public Optional<Photo> find(String id, @Nullable AreaCode town) {
        return jdbc.sql("""
                SELECT p.id, p.type, p.bytes, p.lon, p.lat, p.taken_at
                FROM casework.photo p JOIN casework.case_file c ON c.id = p.case_id
                WHERE p.id = :id AND (:town::text IS NULL OR c.town = :town)
                ORDER BY p.stored_at LIMIT 1
                """)
                .param("id", id)
                .param("town", town == null ? null : town.value())
                .query((row, number) -> new Photo(
                        row.getString("id"),
                        row.getString("type"),
                        row.getBytes("bytes"),
                        new Position(row.getDouble("lon"), row.getDouble("lat")),
                        row.getTimestamp("taken_at").toInstant()))
                .optional();
    }
}
