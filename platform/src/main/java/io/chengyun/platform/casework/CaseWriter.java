package io.chengyun.platform.casework;

import io.chengyun.kernel.DomainEvent;
import io.chengyun.platform.casework.clock.Countdown;
import io.chengyun.platform.journal.Journal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes what happened to cases (落笔): rows, lines of their timelines and all that the transaction told, by one statement. */
@Component
class CaseWriter {

    private static final String WRITE = """
            , happened AS (
                SELECT told.subject AS case_id, said.number, told.at, told.type, said.state, said.act,
                    told.id AS words, told.payload AS event
                FROM told JOIN unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[]) AS said (place, number, state, act)
                    USING (place)),
            lined AS (
                INSERT INTO casework.line (case_id, number, at, type, state, act)
                SELECT case_id, number, at, type, state, act::jsonb FROM happened),
            given AS (
                SELECT * FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::boolean[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                    AS given (id, before, revision, state, ended, organisation, person, case_class, title, grade, source,
                        merged_into, due_at, deadline_at)),
            stands AS (
                SELECT given.*, words, event FROM given LEFT JOIN happened ON case_id = given.id AND number = revision),
            added AS (
                INSERT INTO casework.case_file
                    (id, warning, request, split_from, town, opened_at, state, ended, organisation, person, case_class, title,
                    grade, source, merged_into, due_at, deadline_at, revision, words)
                SELECT id, file #>> '{origin,warning}', file #>> '{origin,request}', file #>> '{course,ties,splitFrom}',
                    file #>> '{matter,spot,town}', (file #>> '{origin,at}')::timestamptz, state, ended, organisation, person,
                    case_class, title, grade, source, merged_into, due_at, deadline_at, revision, words
                FROM stands CROSS JOIN LATERAL (SELECT event::jsonb -> 'now' AS file OFFSET 0) opened WHERE before = 0
                RETURNING id),
            free AS (
                SELECT id FROM casework.case_file WHERE id = ANY (ARRAY(SELECT id FROM given WHERE before > 0))
                FOR NO KEY UPDATE SKIP LOCKED),
            kept AS (
                UPDATE casework.case_file old SET
                    state = stands.state, ended = stands.ended, organisation = stands.organisation, person = stands.person,
                    case_class = stands.case_class, title = stands.title, grade = stands.grade, source = stands.source,
                    merged_into = stands.merged_into, due_at = stands.due_at, deadline_at = stands.deadline_at,
                    revision = stands.revision, words = coalesce(stands.words, old.words)
                FROM stands JOIN free USING (id) WHERE old.id = free.id AND old.revision = stands.before
                RETURNING old.id)
            SELECT casework.require_rows((SELECT count(*) FROM added) + (SELECT count(*) FROM kept), (SELECT count(*) FROM given)),
                ARRAY(SELECT id FROM inboxed) AS ids
            """;

    /** The state of the error that {@code casework.require_rows} raises. */
    private static final String OVERTAKEN = "CY001";

    /** What stands in the place of a deadline where no clock runs. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final JdbcOperations jdbc;
    private final JsonMapper json;
    private final Journal journal;
    /** By what the page of the journal does: the driver knows each again without reading it through. */
    private final Map<String, String> statements = new ConcurrentHashMap<>();

    CaseWriter(JdbcOperations jdbc, JsonMapper json, Journal journal) {
        this.jdbc = jdbc;
        this.json = json;
        this.journal = journal;
    }

    /**
     * How a case's row is to stand (行).
     *
     * @param before the revision that stands there, or is taken for it; 0 where the case is new
     * @param dueAt when time does something to it next; null for never
     */
    record Row(CaseFile file, long before, @Nullable Instant dueAt) {}

    /** Not all cases were as they were taken for (已被改动): nothing was written. */
    static final class Overtaken extends ConcurrencyFailureException {

        private static final long serialVersionUID = 1;

        Overtaken(Throwable no) {
            super("a case is not as it was taken for, or somebody else has it", no);
        }
    }

    /**
     * Writes files, their lines, and all that the transaction has told.
     *
     * @throws Overtaken where one of them does not stand as it was taken for: the transaction can only be undone then
     */
    void write(List<CaseEvent> told, List<Row> rows) {
        write(told, rows, "");
    }

    /** The same, and commits in the same message: the database need not be asked a second time. Nothing may be done after it. */
    void writeAndCommit(List<CaseEvent> told, List<Row> rows) {
        write(told, rows, ";COMMIT");
    }

    private void write(List<CaseEvent> told, List<Row> rows, String end) {
        var page = journal.takePage();
        var values = new ArrayList<>(page.values());
        values.add(places(told, page.events()));
        values.add(told.stream().map(event -> event.now().revision().number()).toArray(Long[]::new));
        values.add(texts(told, event -> event.now().state().name()));
        values.add(texts(told, event -> json.writeValueAsString(event.act())));
        values.addAll(values(rows));
        var sql = statements.computeIfAbsent(page.sql() + end, all -> "WITH " + page.sql() + WRITE + end);
        try {
            page.put(Objects.requireNonNull(jdbc.execute(
                    sql, (PreparedStatementCallback<List<Long>>) statement -> written(statement, values))));
        } catch (UncategorizedSQLException no) {
            boolean overtaken = no.getRootCause() instanceof SQLException said && OVERTAKEN.equals(said.getSQLState());
            throw overtaken ? new Overtaken(no) : no;
        }
    }

    /** Gives the ids of the events. What follows in the same message was done when the first answer is here. */
    private static List<Long> written(PreparedStatement statement, List<Object> values) throws SQLException {
        new ArgumentPreparedStatementSetter(values.toArray()).setValues(statement);
        statement.execute();
        try (var answer = statement.getResultSet()) {
            answer.next();
            return List.of((Long[]) answer.getArray("ids").getArray());
        }
    }

    /** Where each of the events stands on the page, from 1. */
    private static Long[] places(List<CaseEvent> told, List<DomainEvent> page) {
        var places = new IdentityHashMap<DomainEvent, Long>();
        page.forEach(event -> places.put(event, places.size() + 1L));
        return told.stream()
                .map(event -> Objects.requireNonNull(
                        places.get(event), "the journal has put it into the inbox without its file"))
                .toArray(Long[]::new);
    }

    private static List<Object> values(List<Row> rows) {
        return List.of(
                texts(rows, row -> row.file.id()),
                rows.stream().map(row -> row.before).toArray(Long[]::new),
                rows.stream().map(row -> row.file.revision().number()).toArray(Long[]::new),
                texts(rows, row -> row.file.state().name()),
                rows.stream().map(row -> row.file.state().ended()).toArray(Boolean[]::new),
                texts(rows, row -> row.file.holder().organisation()),
                texts(rows, row -> row.file.holder().person()),
                texts(rows, row -> row.file.matter().caseClass()),
                texts(rows, row -> row.file.matter().title()),
                texts(rows, row -> name(row.file.matter().grade())),
                texts(rows, row -> row.file.origin().source().name()),
                texts(rows, row -> row.file.course().ties().mergedInto()),
                rows.stream().map(row -> time(row.dueAt)).toArray(Timestamp[]::new),
                rows.stream().map(row -> deadline(row.file)).toArray(Timestamp[]::new));
    }

    /** The earliest deadline of the clocks that run, and of the first contact. */
    private static Timestamp deadline(CaseFile file) {
        var clocks = file.clocks();
        var running = Stream.concat(Stream.of(clocks.business()), Stream.ofNullable(clocks.holder()))
                .filter(Countdown::runs)
                .map(Countdown::dueAt);
        return Timestamp.from(Stream.concat(running, Stream.ofNullable(file.contactDueAt()))
                .min(Instant::compareTo)
                .orElse(NEVER));
    }

    private static <T> String[] texts(List<T> all, Function<T, @Nullable String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    private static @Nullable String name(@Nullable Enum<?> one) {
        return one == null ? null : one.name();
    }

    private static @Nullable Timestamp time(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }
}
