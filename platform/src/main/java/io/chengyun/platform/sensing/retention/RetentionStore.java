package io.chengyun.platform.sensing.retention;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What must be known and done around a partition that goes (清除库). */
@Repository
class RetentionStore {

    private final JdbcClient jdbc;

    RetentionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever waits for a table keeps everybody behind it waiting: rather give up, and come again. */
    void waitBriefly() {
        jdbc.sql("select set_config('lock_timeout', '1s', true)")
                .query(String.class)
                .single();
    }

    long countObservations(Span span) {
        return count("sensing.observation where phenomenon_at >= ? and phenomenon_at < ?", span);
    }

    long countHours(Span span) {
        return count("sensing.hourly where at >= ? and at < ?", span);
    }

    private long count(String of, Span span) {
        return jdbc.sql("select count(*) from " + of)
                .params(Timestamp.from(span.from()), Timestamp.from(span.until()))
                .query(Long.class)
                .single();
    }

    /** Whether something of the time does not yet stand in its hours. */
    boolean behind(Span span, Instant mark) {
        return jdbc.sql("""
                        select exists (select from sensing.summary_doubt where at >= :from and at < :until)
                            or exists (select from sensing.observation
                                       where phenomenon_at >= :from and phenomenon_at < :until and stored_at > :mark)
                        """)
                .param("from", Timestamp.from(span.from()))
                .param("until", Timestamp.from(span.until()))
                .param("mark", Timestamp.from(mark))
                .query(Boolean.class)
                .single();
    }

    /** Lets go what stands beside the observations of that time and speaks of nothing without them. */
    void dropBeside(Span span) {
        for (var table : new String[] {"observation_detail", "flag"}) {
            jdbc.sql("delete from sensing." + table + " where phenomenon_at >= ? and phenomenon_at < ?")
                    .params(Timestamp.from(span.from()), Timestamp.from(span.until()))
                    .update();
        }
    }
}
