package io.chengyun.platform.casework.evidence;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.casework.errand.Errands;
import io.chengyun.platform.place.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is known of evidence, in schema {@code casework} (证据目录). */
@Component
class ExhibitStore {

    private final JdbcClient jdbc;
    private final Errands errands;

    ExhibitStore(JdbcClient jdbc, Errands errands) {
        this.jdbc = jdbc;
        this.errands = errands;
    }

    /** Refuses a piece that the case has not yet, where it has as many as it may. */
    void requireRoom(String caseId, String id, int most) {
        boolean full = jdbc.sql("""
                SELECT count(*) >= :most AND NOT coalesce(bool_or(id = :id), false) FROM casework.photo
                WHERE case_id = :caseId
                """)
                .param("caseId", caseId)
                .param("id", id)
                .param("most", most)
                .query(Boolean.class)
                .single();
        if (full) {
            throw new Refused(PhotoRefusal.ENOUGH);
        }
    }

    /** Notes a piece for a case, one after the other so that the last place is taken once; the same again changes nothing. */
    @Transactional
    void save(String caseId, Exhibit exhibit, Instant storedAt, int most) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                errands.forgetPlaces();
            }
        });
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('casework.photo ' || :caseId, 0))")
                .param("caseId", caseId)
                .query((row, number) -> 0)
                .list();
        requireRoom(caseId, exhibit.id(), most);
        var kind = exhibit.kind();
        jdbc.sql("""
                INSERT INTO casework.photo (case_id, id, type, kind, lon, lat, taken_at, doubts, stored_at, stored_by)
                VALUES (:caseId, :id, :type, :kind, :lon, :lat, :takenAt, :doubts, :storedAt, :by)
                ON CONFLICT DO NOTHING
                """)
                .param("caseId", caseId)
                .param("id", exhibit.id())
                .param("type", exhibit.type())
                .param("kind", kind == null ? null : kind.name())
                .param("lon", exhibit.position().lon())
                .param("lat", exhibit.position().lat())
                .param("takenAt", Timestamp.from(exhibit.takenAt()))
                .param(
                        "doubts",
                        exhibit.doubts().stream().map(Doubt::name).sorted().collect(Collectors.joining(" ")))
                .param("storedAt", Timestamp.from(storedAt))
                .param("by", exhibit.by())
                .update();
    }

    /** Whether every one of these is a photo that was sent to the case. */
    boolean hasPhotos(String caseId, List<String> ids) {
        if (ids.isEmpty()) {
            return true;
        }
        var wanted = Set.copyOf(ids);
        long there = jdbc.sql("""
                SELECT count(*) FROM casework.photo
                WHERE case_id = :caseId AND id IN (:ids) AND kind IS DISTINCT FROM 'VOICE'
                """)
                .param("caseId", caseId)
                .param("ids", wanted)
                .query(Long.class)
                .single();
        return there == wanted.size();
    }

    /** What was sent to a case, the oldest first. */
    List<Exhibit> list(String caseId) {
        return jdbc.sql("SELECT * FROM casework.photo WHERE case_id = :caseId ORDER BY stored_at, id")
                .param("caseId", caseId)
                .query((row, number) -> exhibit(row))
                .list();
    }

    /** The piece of a case in this town, or in any if none is named. */
    Optional<Exhibit> find(String id, @Nullable AreaCode town) {
        return jdbc.sql("""
                SELECT p.* FROM casework.photo p JOIN casework.case_file c ON c.id = p.case_id
                WHERE p.id = :id AND (:town::text IS NULL OR c.town = :town)
                ORDER BY p.stored_at LIMIT 1
                """)
                .param("id", id)
                .param("town", town == null ? null : town.value())
                .query((row, number) -> exhibit(row))
                .optional();
    }

    /** The bytes of a photo from before there was a store for them. */
    Optional<byte[]> findBytes(String id) {
        return jdbc.sql("SELECT bytes FROM casework.photo WHERE id = :id AND bytes IS NOT NULL LIMIT 1")
                .param("id", id)
                .query((row, number) -> row.getBytes("bytes"))
                .optional();
    }

    private static Exhibit exhibit(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        return new Exhibit(
                row.getString("id"),
                row.getString("type"),
                kind == null ? null : EvidenceKind.valueOf(kind),
                new Position(row.getDouble("lon"), row.getDouble("lat")),
                row.getTimestamp("taken_at").toInstant(),
                doubts(row.getString("doubts")),
                row.getString("stored_by"));
    }

    private static Set<Doubt> doubts(String text) {
        return Arrays.stream(text.split(" "))
                .filter(word -> !word.isEmpty())
                .map(Doubt::valueOf)
                .collect(Collectors.toSet());
    }
}
