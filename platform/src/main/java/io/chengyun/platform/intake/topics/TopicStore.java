package io.chengyun.platform.intake.topics;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people said of late, read from schema {@code intake}. */
@Component
class TopicStore {

    /** The newest; more are not grouped at once. */
    private static final int MOST = 5_000;

    private final JdbcClient jdbc;

    TopicStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far requests have come, so that nothing is grouped twice, and nothing shown whose words were erased. */
    record Newest(long count, long erased, @Nullable Instant at) {}

    Newest newest() {
        return jdbc.sql("select count(*), count(erased_at), max(received_at) from intake.request")
                .query((row, number) -> {
                    var at = row.getTimestamp(3);
                    return new Newest(row.getLong(1), row.getLong(2), at == null ? null : at.toInstant());
                })
                .single();
    }

    /** Those since then, of a town or of all where none is named. */
    List<Said> listSince(Instant since, @Nullable String town, ZoneId zone) {
        return jdbc.sql("""
                        select id, body #>> '{asked,description}', received_at, body #>> '{spot,address}'
                        from intake.request
                        where received_at >= :since and (:town::text is null or body #>> '{spot,town}' = :town)
                        order by received_at desc limit :most
                        """)
                .param("since", Timestamp.from(since))
                .param("town", town)
                .param("most", MOST)
                .query((row, number) -> new Said(
                        row.getString(1),
                        row.getString(2),
                        row.getTimestamp(3).toInstant().atZone(zone).toLocalDate(),
                        row.getString(4)))
                .list();
    }
}
