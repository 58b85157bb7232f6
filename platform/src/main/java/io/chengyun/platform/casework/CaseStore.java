package io.chengyun.platform.casework;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.casework.CaseEvent.Act;
import io.chengyun.platform.casework.Casework.Line;
import io.chengyun.platform.casework.Casework.Query;
import io.chengyun.platform.casework.clock.Countdown;
import io.chengyun.platform.journal.Journal.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Case files and their timelines, in schema {@code casework}. */
@Component
class CaseStore {

    private static final String WHERE = """
            WHERE (:state::text IS NULL OR state = :state)
              AND (:town::text IS NULL OR town = :town)
              AND (NOT :open OR NOT ended)
            """;

    /** The event in the journal's inbox, and what it holds: it is written and read once for all three tables. */
    private static final String TOLD = "WITH told AS (" + Row.INSERT + " RETURNING payload::jsonb AS event), kept AS (";

    private static final String LINE = """
             RETURNING id)
            INSERT INTO casework.line (case_id, number, at, type, state, act)
            SELECT id, ?, ?, ?, ?, event -> 'act' FROM kept, told
            """;

    private static final String ADD = TOLD + """
            INSERT INTO casework.case_file
                (id, warning, request, split_from, town, opened_at, state, ended, organisation, merged_into, due_at, deadline_at, revision,
                file)
            SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?, ?, event -> 'now' FROM told
            """ + LINE;

    private static final String KEEP = TOLD + """
            UPDATE casework.case_file SET
                state = ?, ended = ?, organisation = ?, merged_into = ?, due_at = ?, deadline_at = ?, revision = ?,
                file = event -> 'now'
            FROM told WHERE id = ? AND revision = ?
            """ + LINE;

    private static final String KEEP_ALL = """
            WITH given AS (
                SELECT * FROM unnest(?::text[], ?::text[], ?::boolean[], ?::text[], ?::timestamptz[], ?::timestamptz[],
                        ?::bigint[], ?::bigint[], ?::text[])
                    AS given (id, state, ended, organisation, due_at, deadline_at, before, revision, file)),
            kept AS (
                UPDATE casework.case_file old SET
                    state = given.state, ended = given.ended, organisation = given.organisation, due_at = given.due_at,
                    deadline_at = given.deadline_at, revision = given.revision, file = given.file::jsonb
                FROM given WHERE old.id = given.id AND old.revision = given.before
                RETURNING old.id),
            lined AS (
                INSERT INTO casework.line (case_id, number, at, type, state, act)
                SELECT case_id, number, at, type, state, act::jsonb
                FROM unnest(?::text[], ?::bigint[], ?::timestamptz[], ?::text[], ?::text[], ?::text[])
                    AS line (case_id, number, at, type, state, act) JOIN kept ON kept.id = case_id)
            SELECT count(*) FROM kept
            """;

    private static final String DUE = "WHERE due_at <= ? AND id <> ALL (?) ORDER BY due_at, id LIMIT ?";
    /** What stands in the place of a deadline where no clock runs. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CaseStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Writes a new file, the first line of its timeline and the event. */
    void add(CaseEvent event, @Nullable Instant dueAt, Row row) {
        var file = event.now();
        var params = new ArrayList<@Nullable Object>(row.values());
        params.add(file.id());
        params.add(file.origin().warning());
        params.add(file.origin().request());
        params.add(file.course().ties().splitFrom());
        params.add(file.matter().spot().town().value());
        params.add(Timestamp.from(file.origin().at()));
        params.addAll(standing(file, dueAt));
        params.addAll(line(event));
        jdbc.sql(ADD).params(params).update();
    }

    /** Writes the file as it stands after an event, the line and the event; refuses if it is not the next revision of what is there. */
    void keep(CaseEvent event, @Nullable Instant dueAt, Row row) {
        var file = event.now();
        var params = new ArrayList<@Nullable Object>(row.values());
        params.addAll(standing(file, dueAt));
        params.add(file.id());
        params.add(file.revision().number() - 1);
        params.addAll(line(event));
        if (jdbc.sql(KEEP).params(params).update() == 0) {
            throw new Refused(CaseRefusal.CHANGED_MEANWHILE);
        }
    }

    private static List<@Nullable Object> standing(CaseFile file, @Nullable Instant dueAt) {
        return Arrays.asList(
                file.state().name(),
                file.state().ended(),
                file.holder().organisation(),
                file.course().ties().mergedInto(),
                time(dueAt),
                deadline(file),
                file.revision().number());
    }

    private static List<Object> line(CaseEvent event) {
        return List.of(
                event.now().revision().number(),
                Timestamp.from(event.at()),
                event.type(),
                event.now().state().name());
    }

    /**
     * Writes what time did to locked files, all in one question to the database; a file of which nothing happened only gets
     * the time at which to look at it again.
     */
    void keepAll(List<Passed> passed) {
        var files = passed.stream().map(Passed::now).toList();
        var events = passed.stream().flatMap(one -> one.events().stream()).toList();
        long rows = jdbc.sql(KEEP_ALL)
                .params(
                        texts(files, CaseFile::id),
                        texts(files, file -> file.state().name()),
                        files.stream().map(file -> file.state().ended()).toArray(Boolean[]::new),
                        texts(files, file -> file.holder().organisation()),
                        passed.stream().map(one -> time(one.dueAt())).toArray(Timestamp[]::new),
                        files.stream().map(CaseStore::deadline).toArray(Timestamp[]::new),
                        passed.stream().map(Passed::before).toArray(Long[]::new),
                        files.stream().map(file -> file.revision().number()).toArray(Long[]::new),
                        texts(files, json::writeValueAsString),
                        texts(events, CaseEvent::subject),
                        events.stream()
                                .map(event -> event.now().revision().number())
                                .toArray(Long[]::new),
                        events.stream().map(event -> Timestamp.from(event.at())).toArray(Timestamp[]::new),
                        texts(events, CaseEvent::type),
                        texts(events, event -> event.now().state().name()),
                        texts(events, event -> json.writeValueAsString(event.act())))
                .query(Long.class)
                .single();
        if (rows != files.size()) {
            throw new Refused(CaseRefusal.CHANGED_MEANWHILE);
        }
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

    /**
     * What time did to a case, in order, and when it next does something.
     *
     * @param before the revision that stands in the database
     */
    record Passed(
            CaseFile now,
            long before,
            List<CaseEvent> events,
            @Nullable Instant dueAt) {}

    /** The earliest deadline of the clocks that run, and of the first contact. */
    private static Timestamp deadline(CaseFile file) {
        var clocks = file.clocks();
        var running = Stream.of(Optional.of(clocks.business()), Optional.ofNullable(clocks.holder()))
                .flatMap(Optional::stream)
                .filter(Countdown::runs)
                .map(Countdown::dueAt);
        return Timestamp.from(Stream.concat(running, Stream.ofNullable(file.contactDueAt()))
                .min(Instant::compareTo)
                .orElse(NEVER));
    }

    private static <T> String[] texts(List<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    private static @Nullable Timestamp time(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    Optional<CaseFile> find(String id) {
        return jdbc.sql("SELECT file FROM casework.case_file WHERE id = :id")
                .param("id", id)
                .query(this::file)
                .optional();
    }

    /** The file, for this transaction alone until it ends. */
    Optional<CaseFile> lock(String id) {
        return jdbc.sql("SELECT file FROM casework.case_file WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(this::file)
                .optional();
    }

    /** The file that this warning filed, for this transaction alone until it ends. */
    Optional<CaseFile> lockByWarning(String warning) {
        return jdbc.sql("SELECT file FROM casework.case_file WHERE warning = :warning FOR UPDATE")
                .param("warning", warning)
                .query(this::file)
                .optional();
    }

    /** The file that this request opened. */
    Optional<CaseFile> findByRequest(String request) {
        return jdbc.sql("SELECT file FROM casework.case_file WHERE request = :request")
                .param("request", request)
                .query(this::file)
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
        return jdbc.sql("""
                SELECT id FROM casework.case_file
                WHERE NOT ended AND file -> 'matter' ->> 'caseClass' = ANY (:classes) ORDER BY id
                """)
                .param("classes", classes.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    List<CaseFile> list(Query query) {
        return jdbc.sql("SELECT file FROM casework.case_file " + WHERE + """
                ORDER BY opened_at DESC, id LIMIT :limit
                """)
                .params(query.parameters())
                .param("limit", query.limit())
                .query(this::file)
                .list();
    }

    long count(Query query) {
        return jdbc.sql("SELECT count(*) FROM casework.case_file " + WHERE)
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
        jdbc.sql("""
                UPDATE casework.line old SET act = said.act::jsonb
                FROM unnest(?::bigint[], ?::text[]) AS said (number, act)
                WHERE old.case_id = ? AND old.number = said.number
                """)
                .params(numbers.toArray(Long[]::new), acts.toArray(String[]::new), id)
                .update();
    }

    private <T> List<T> lines(String id, RowMapper<T> read) {
        return jdbc.sql("SELECT number, at, type, act FROM casework.line WHERE case_id = ? ORDER BY number")
                .param(id)
                .query(read)
                .list();
    }

    private Act act(ResultSet row) throws SQLException {
        return json.readValue(row.getString("act"), Act.class);
    }

    /** Ids of the cases that were split off from it. */
    List<String> listParts(String id) {
        return jdbc.sql("SELECT id FROM casework.case_file WHERE split_from = :id ORDER BY id")
                .param("id", id)
                .query(String.class)
                .list();
    }

    /** Ids of cases that time does something to by then, the earliest first, those set aside left out. */
    List<String> listDue(Instant at, int limit, Set<String> except) {
        return jdbc.sql("SELECT id FROM casework.case_file " + DUE)
                .params(Timestamp.from(at), except.toArray(String[]::new), limit)
                .query(String.class)
                .list();
    }

    /** The same files, for this transaction alone; those that another instance or a person has just now are left to them. */
    List<CaseFile> lockDue(Instant at, int limit, Set<String> except) {
        return jdbc.sql("SELECT file FROM casework.case_file " + DUE + " FOR UPDATE SKIP LOCKED")
                .params(Timestamp.from(at), except.toArray(String[]::new), limit)
                .query(this::file)
                .list();
    }

    Optional<Instant> nextDueAt(Set<String> except) {
        return jdbc.sql("""
                SELECT due_at FROM casework.case_file WHERE due_at IS NOT NULL AND id <> ALL (?) ORDER BY due_at LIMIT 1
                """)
                .param(except.toArray(String[]::new))
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    private CaseFile file(ResultSet row, int number) throws SQLException {
        return json.readValue(row.getString(1), CaseFile.class);
    }
}
