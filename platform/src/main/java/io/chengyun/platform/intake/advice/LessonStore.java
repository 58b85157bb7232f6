package io.chengyun.platform.intake.advice;

import io.chengyun.platform.intake.advice.Advice.Basis;
import io.chengyun.platform.intake.triage.Labelled;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was proposed, and what people settled, in schema {@code intake}. */
@Component
class LessonStore {

    private final JdbcClient jdbc;

    LessonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps what was last proposed for a request that is not settled yet. */
    void propose(String request, Advice advice, Instant at) {
        jdbc.sql("""
                        insert into intake.proposal (request, case_class, confidence, basis, at)
                        select :request, :class, :confidence, :basis, :at
                        where not exists (select from intake.lesson where request = :request)
                        on conflict (request) do update set case_class = excluded.case_class,
                            confidence = excluded.confidence, basis = excluded.basis, at = excluded.at
                        """)
                .param("request", request)
                .param("class", advice.caseClass())
                .param("confidence", advice.confidence())
                .param("basis", advice.basis().name())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Keeps of which class a person said that the request is; once closed it stays so. */
    void settle(String request, Lesson lesson) {
        jdbc.sql("""
                        insert into intake.lesson (request, case_id, case_class, corrected, closed, at)
                        values (:request, :case, :class, exists (
                            select from intake.proposal where request = :request and case_class <> :class), :closed, :at)
                        on conflict (request) do update set case_id = excluded.case_id, case_class = excluded.case_class,
                            corrected = excluded.corrected, closed = lesson.closed or excluded.closed, at = excluded.at
                        """)
                .param("request", request)
                .param("case", lesson.caseId())
                .param("class", lesson.caseClass())
                .param("closed", lesson.closed())
                .param("at", Timestamp.from(lesson.at()))
                .update();
    }

    /** The newest texts that a person has settled, oldest first: those of closed cases, and corrections. */
    List<Labelled> listTexts(int most) {
        return jdbc.sql("""
                        select case_id, words, case_class from (
                            select lesson.case_id, request.body #>> '{asked,description}' as words, lesson.case_class, lesson.at
                            from intake.lesson join intake.request on request.id = lesson.request
                            where (lesson.closed or lesson.corrected) and request.body #>> '{asked,description}' <> ''
                            order by lesson.at desc, lesson.request desc limit :most) newest
                        order by at, case_id
                        """)
                .param("most", most)
                .query((row, number) -> new Labelled(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** When the newest was settled. */
    Optional<Instant> newest() {
        return jdbc.sql("select at from intake.lesson where closed or corrected order by at desc limit 1")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** How often proposals of this kind were right, of how many that were settled (建议命中). */
    record Hits(int right, int of) {}

    Hits hits(Basis basis) {
        return jdbc.sql("""
                        select count(*) filter (where proposal.case_class = lesson.case_class), count(*)
                        from intake.proposal join intake.lesson using (request)
                        where proposal.basis = ?
                        """)
                .param(basis.name())
                .query((row, number) -> new Hits(row.getInt(1), row.getInt(2)))
                .single();
    }
}
