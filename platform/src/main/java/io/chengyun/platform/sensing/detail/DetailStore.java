package io.chengyun.platform.sensing.detail;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The drawer of details (细节库), beside the lean rows and in their transaction. */
@Repository
public class DetailStore {

    private static final int AT_ONCE = 500;
    private static final String AT = "timestamptz 'epoch' + ?::bigint * interval '1 microsecond'";

    private final JdbcTemplate jdbc;

    DetailStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The detail of the observation of a stream at a time. */
    public record Row(long stream, long micros, ObservationDetail detail) {}

    /** Keeps details; what stood for the same observation before is replaced, except the id that it is known under. */
    public void keep(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.batchUpdate("""
                insert into sensing.observation_detail (datastream_id, phenomenon_at, phenomenon_end, result, result_at,
                    quality, valid_from, valid_to, parameters, feature_id)
                values (?, %1$s, %1$s, ?::jsonb, %1$s, ?::jsonb, %1$s, %1$s, ?::jsonb, ?)
                on conflict (datastream_id, phenomenon_at) do update set
                    phenomenon_end = excluded.phenomenon_end, result = excluded.result, result_at = excluded.result_at,
                    quality = excluded.quality, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
                    parameters = excluded.parameters, feature_id = excluded.feature_id
                """.formatted(AT), rows, AT_ONCE, (statement, row) -> {
            var detail = row.detail();
            var valid = detail.valid();
            var values = new @Nullable Object[] {
                row.stream(),
                row.micros(),
                detail.endMicros(),
                detail.result(),
                detail.resultMicros(),
                detail.quality(),
                valid == null ? null : valid.fromMicros(),
                valid == null ? null : valid.toMicros(),
                detail.parameters(),
                detail.feature()
            };
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
        });
    }
}
