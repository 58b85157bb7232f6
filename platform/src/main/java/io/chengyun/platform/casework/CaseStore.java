package io.chengyun.platform.casework;

import io.chengyun.platform.casework.CaseEvent.Act;
import io.chengyun.platform.casework.Casework.Line;
import io.chengyun.platform.casework.Casework.Query;
import io.chengyun.platform.casework.together.Together;
import io.chengyun.platform.journal.Journal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Case files and their timelines, in schema {@code casework}. */
@Component
class CaseStore {

    private static final String WHERE = """
            WHERE (:state::text IS NULL OR state = :state)
              AND (:town::text IS NULL OR town = :town)
              AND (NOT :open OR NOT ended)
            """;

    private static final String READ = "SELECT " + Journal.words("words") + " FROM casework.case_file ";
    /** What is locked is read by a question of its own: that which waited for a lock sees no words told meanwhile. */
    private static final String LOCK = "SELECT words FROM casework.case_file ";

    private static final String DUE = "WHERE due_at <= ? AND id <> ALL (?) ORDER BY due_at, id LIMIT ?";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final CaseUnits units;
    private final Together<CaseFile> together;

    CaseStore(JdbcClient jdbc, JsonMapper json, CaseUnits units, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.json = json;
        this.units = units;
        this.together = new Together<>(units, transaction);
    }

    /** Writes an event that was told just now, and the file as it then stands. */
    void keep(CaseEvent event, @Nullable Instant dueAt) {
        units.add(event, dueAt);
    }

    /** When to look again at a file of which nothing happened. */
    void lookAgain(CaseFile file, @Nullable Instant dueAt) {
        units.lookAgain(file, dueAt);
    }

    /**
     * Takes a step, together with other steps where such wait.
     *
     * @param id the one case that it locks; null where it opens one
     */
    CaseFile take(@Nullable String id, Supplier<CaseFile> step) {
        return together.take(id, step);
    }

    /** Takes a step that may wait for others, by itself. */
    CaseFile takeAlone(Supplier<CaseFile> step) {
        return together.alone(step);
    }

    /** Takes a step that reaches other cases, by itself. */
    CaseFile takeTied(Supplier<CaseFile> step) {
        return together.alone(() -> {
            lockTies();
            return step.get();
        });
    }

    /** Lets the current transaction write at its end all that it does to cases. */
    void gather() {
        units.gather();
    }

    /** The tables, with what this transaction has done so far. */
    private JdbcClient tables() {
        units.flush();
        return jdbc;
    }

    /** What somebody of the staff named a report of theirs. */
    record Sent(String staff, String key) {}

    /** Lets nobody else look whether it was sent before until this transaction ends. */
    void lockSent(Sent sent) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('casework.sent_report ' || :staff || ' ' || :key, 0))")
                .param("staff", sent.staff())
                .param("key", sent.key())
                .query((row, number) -> 0)
                .list();
    }

    /** The case that was opened of it. */
    Optional<CaseFile> findSent(Sent sent) {
        return jdbc.sql("SELECT case_id FROM casework.sent_report WHERE staff = :staff AND key = :key")
                .param("staff", sent.staff())
                .param("key", sent.key())
                .query(String.class)
                .optional()
                .flatMap(this::find);
    }

    void saveSent(Sent sent, String caseId) {
        jdbc.sql("INSERT INTO casework.sent_report (staff, key, case_id) VALUES (:staff, :key, :caseId)")
                .param("staff", sent.staff())
                .param("key", sent.key())
                .param("caseId", caseId)
                .update();
    }

    Optional<CaseFile> find(String id) {
        return units.find(id).or(() -> read(id));
    }

    private Optional<CaseFile> read(String id) {
        return tables().sql(READ + "WHERE id = :id")
                .param("id", id)
                .query(units::file)
                .optional();
    }

    /** The file, for this transaction alone until it ends. */
    Optional<CaseFile> lock(String id) {
        return units.find(id)
                .or(() -> locked(tables().sql(LOCK + "WHERE id = ? FOR UPDATE").param(id)).stream()
                        .findFirst());
    }

    /** The file that this warning filed, for this transaction alone until it ends. */
    Optional<CaseFile> lockByWarning(String warning) {
        return locked(tables().sql(LOCK + "WHERE warning = ? FOR UPDATE").param(warning)).stream()
                .findFirst();
    }

    /** The file that this request opened. */
    Optional<CaseFile> findByRequest(String request) {
        return tables().sql(READ + "WHERE request = :request")
                .param("request", request)
                .query(units::file)
                .optional();
    }

    /** Lets one transaction at a time merge cases or take them apart, so that no two wait for each other. */
    void lockTies() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('casework.ties'))")
                .query()
                .listOfRows();
    }

    /** Ids of open cases of these classes, for counting their clocks anew. */
    List<String> listOpen(List<String> classes) {
        return tables().sql("""
                SELECT id FROM casework.case_file
                WHERE NOT ended AND case_class = ANY (:classes) ORDER BY id
                """)
                .param("classes", classes.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** Those that can be read: a row whose words nobody told hides no other. */
    List<CaseFile> list(Query query) {
        return tables()
                .sql(READ + WHERE + """
                ORDER BY opened_at DESC, id LIMIT :limit
                """)
                .params(query.parameters())
                .param("limit", query.limit())
                .query((row, number) ->
                        row.getString(1) == null ? Optional.<CaseFile>empty() : Optional.of(units.file(row, number)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    long count(Query query) {
        return tables().sql("SELECT count(*) FROM casework.case_file " + WHERE)
                .params(query.parameters())
                .query(Long.class)
                .single();
    }

    List<Line> timeline(String id) {
        return lines(
                id,
                (row, number) -> Line.of(
                        row.getLong("number"), row.getTimestamp("at").toInstant(), row.getString("type"), act(row)));
    }

    /** Takes out of the timeline what the reporter said. */
    void eraseLines(String id) {
        var numbers = lines(id, (row, number) -> row.getLong("number"));
        var acts = lines(id, (row, number) -> json.writeValueAsString(act(row).erased(row.getString("type"))));
        tables().sql("""
                UPDATE casework.line old SET act = said.act::jsonb
                FROM unnest(?::bigint[], ?::text[]) AS said (number, act)
                WHERE old.case_id = ? AND old.number = said.number
                """)
                .params(numbers.toArray(Long[]::new), acts.toArray(String[]::new), id)
                .update();
    }

    private <T> List<T> lines(String id, RowMapper<T> read) {
        return tables().sql("SELECT number, at, type, act FROM casework.line WHERE case_id = ? ORDER BY number")
                .param(id)
                .query(read)
                .list();
    }

    private Act act(ResultSet row) throws SQLException {
        return json.readValue(row.getString("act"), Act.class);
    }

    /** Ids of the cases that were split off from it. */
    List<String> listParts(String id) {
        return tables().sql("SELECT id FROM casework.case_file WHERE split_from = :id ORDER BY id")
                .param("id", id)
                .query(String.class)
                .list();
    }

    /** Ids of cases that time does something to by then, the earliest first, those set aside left out. */
    List<String> listDue(Instant at, int limit, Set<String> except) {
        return tables().sql("SELECT id FROM casework.case_file " + DUE)
                .params(Timestamp.from(at), except.toArray(String[]::new), limit)
                .query(String.class)
                .list();
    }

    /** The same files, for this transaction alone; those that another instance or a person has just now are left to them. */
    List<CaseFile> lockDue(Instant at, int limit, Set<String> except) {
        return locked(tables().sql(LOCK + DUE + " FOR UPDATE SKIP LOCKED")
                .params(Timestamp.from(at), except.toArray(String[]::new), limit));
    }

    Optional<Instant> nextDueAt(Set<String> except) {
        return tables().sql("""
                SELECT due_at FROM casework.case_file WHERE due_at IS NOT NULL AND id <> ALL (?) ORDER BY due_at LIMIT 1
                """)
                .param(except.toArray(String[]::new))
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    private List<CaseFile> locked(StatementSpec question) {
        return units.read(question.query(Long.class).list()).stream()
                .map(units::hold)
                .toList();
    }
}
