package io.chengyun.platform.place;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The imported layers (换图记录) in the database. */
@Repository
class PlaceStore {

    private final JdbcClient jdbc;

    PlaceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One imported layer, as it came. */
    record Replacement(AreaKind kind, LocalDate from, String body) {}

    void save(Replacement replacement, String by, Instant at) {
        jdbc.sql("""
                insert into place.replacement (layer, starts_on, taken_at, taken_by, body)
                values (:layer, :from, :at, :by, :body)
                """)
                .param("layer", replacement.kind().layer())
                .param("from", replacement.from())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("body", replacement.body())
                .update();
    }

    /** All of them, in the order they were taken. */
    List<Replacement> list() {
        return jdbc.sql("select layer, starts_on, body from place.replacement order by number")
                .query((row, number) -> new Replacement(
                        AreaKind.ofLayer(row.getString("layer")).orElseThrow(),
                        row.getObject("starts_on", LocalDate.class),
                        row.getString("body")))
                .list();
    }
}
