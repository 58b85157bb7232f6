package io.chengyun.platform.casework;

import io.chengyun.kernel.DomainEvent;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.casework.CaseEvent.Kept;
import io.chengyun.platform.casework.clock.Countdown;
import io.chengyun.platform.casework.together.Known;
import io.chengyun.platform.casework.together.Together;
import io.chengyun.platform.journal.Journal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * What each transaction has in hand of cases and does to them (工作单元). A case's row keeps the words of its last event as the
 * journal has them, so that the two cannot disagree, and beside them what is looked for. A transaction that gathers writes all of
 * it by one statement at its end, or before it asks anything of the tables; another writes each event at once. What a group takes
 * up it takes for what this process last knew of it; whether that stands, and nobody else has it, the writing statement says,
 * which waits for nobody.
 */
@Component
class CaseUnits implements Together.Shared {

    private static final String WRITE = """
            , happened AS (
                SELECT told.subject AS case_id, said.number, told.at, told.type, said.state, said.act, told.payload AS event
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
                SELECT given.*, happened.event
                FROM given LEFT JOIN happened ON happened.case_id = given.id AND happened.number = given.revision),
            added AS (
                INSERT INTO casework.case_file
                    (id, warning, request, split_from, town, opened_at, state, ended, organisation, person, case_class, title,
                    grade, source, merged_into, due_at, deadline_at, revision, event)
                SELECT id, file #>> '{origin,warning}', file #>> '{origin,request}', file #>> '{course,ties,splitFrom}',
                    file #>> '{matter,spot,town}', (file #>> '{origin,at}')::timestamptz, state, ended, organisation, person,
                    case_class, title, grade, source, merged_into, due_at, deadline_at, revision, event
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
                    revision = stands.revision, event = coalesce(stands.event, old.event)
                FROM stands JOIN free USING (id) WHERE old.id = free.id AND old.revision = stands.before
                RETURNING old.id)
            SELECT (SELECT count(*) FROM added) + (SELECT count(*) FROM kept) AS files,
                ARRAY(SELECT id FROM inboxed) AS ids
            """;

    /** What stands in the place of a deadline where no clock runs. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * Gives the file only where it is another than what is remembered. The ids come from a question of their own: the planner
     * would else plan for their number each time anew.
     */
    private static final String LOCK_ALL = """
            SELECT id, CASE WHEN id || ' ' || revision <> ALL ((SELECT ?::text[])::text[]) THEN event END AS event
            FROM casework.case_file WHERE id = ANY ((SELECT ?::text[])::text[]) FOR UPDATE SKIP LOCKED
            """;

    /** So many files are remembered: those that somebody acts on just now. */
    private static final int REMEMBERED = 512;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Journal journal;
    /** By what the page of the journal does: the driver knows each again without reading it through. */
    private final Map<String, String> statements = new ConcurrentHashMap<>();
    /** Whether a file is still so the database says by its revision. */
    private final Known<CaseFile> known = new Known<>(REMEMBERED, CaseUnits::revision);

    CaseUnits(JdbcClient jdbc, JsonMapper json, Journal journal) {
        this.jdbc = jdbc;
        this.json = json;
        this.journal = journal;
    }

    /** The file as the current transaction has it, if it has it in hand. */
    Optional<CaseFile> find(String id) {
        return Optional.ofNullable(current()).map(unit -> unit.files.get(id)).map(held -> held.file);
    }

    @Override
    public Set<String> takeUp(Set<String> ids) {
        var files = new HashMap<String, CaseFile>();
        ids.forEach(id -> known.find(id).ifPresent(file -> files.put(id, file)));
        var taken = new HashSet<String>();
        if (known.nextMayTrust()) {
            files.forEach((id, file) -> required().files.put(id, new Held(file, revision(file))));
            taken.addAll(files.keySet());
        }
        var asked = ids.stream().filter(id -> !taken.contains(id)).toList();
        if (!asked.isEmpty()) {
            lockAll(asked, files).forEach(file -> taken.add(hold(file).id()));
        }
        return taken;
    }

    /** Locks files that nobody else has just now, and gives them as they stand. */
    private List<CaseFile> lockAll(List<String> ids, Map<String, CaseFile> files) {
        return jdbc.sql(LOCK_ALL)
                .params(
                        files.values().stream()
                                .map(file -> file.id() + " " + revision(file))
                                .toArray(String[]::new),
                        ids.toArray(String[]::new))
                .query((row, number) -> {
                    var text = row.getString("event");
                    return text == null
                            ? Objects.requireNonNull(files.get(row.getString("id")))
                            : json.readValue(text, Kept.class).now();
                })
                .list();
    }

    @Override
    public boolean stands(String id) {
        var held = Objects.requireNonNull(required().files.get(id));
        boolean stands = held.locked
                || jdbc.sql("SELECT revision FROM casework.case_file WHERE id = ?")
                        .param(id)
                        .query(Long.class)
                        .optional()
                        .filter(revision -> revision == held.before)
                        .isPresent();
        if (!stands) {
            known.doubt(Set.of(id));
        }
        return stands;
    }

    /** Remembers a file that the current transaction has locked; gives it as the transaction has it. */
    CaseFile hold(CaseFile file) {
        var held = required().files.computeIfAbsent(file.id(), id -> new Held(file, revision(file)));
        held.locked = true;
        return held.file;
    }

    /** Adds an event that the journal was told just now, and the file as it then stands. */
    void add(CaseEvent event, @Nullable Instant dueAt) {
        var unit = required();
        unit.told.add(event);
        unit.files
                .computeIfAbsent(event.subject(), id -> new Held(event.now(), revision(event.now()) - 1))
                .stands(event.now(), dueAt);
        unit.putUnlessGathering();
    }

    /** The current transaction writes at its end: nobody else's rows in it name a case that it opens. */
    @Override
    public void gather() {
        required().gathers = true;
    }

    /** When to look again at a locked file of which nothing happened. */
    void lookAgain(CaseFile file, @Nullable Instant dueAt) {
        var unit = required();
        var held = Objects.requireNonNull(unit.files.get(file.id()));
        held.stands(held.file, dueAt);
        unit.putUnlessGathering();
    }

    @Override
    public void flush() {
        var unit = current();
        if (unit != null) {
            unit.put();
        }
    }

    private @Nullable Unit current() {
        return (@Nullable Unit) TransactionSynchronizationManager.getResource(this);
    }

    private Unit required() {
        var known = current();
        if (known != null) {
            return known;
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a case is changed outside a transaction");
        }
        var fresh = new Unit();
        TransactionSynchronizationManager.bindResource(this, fresh);
        TransactionSynchronizationManager.registerSynchronization(fresh);
        return fresh;
    }

    /** A file in hand. */
    private static final class Held {

        private CaseFile file;
        /** The revision that stands in the table, or was taken for it; 0 where it is new. */
        private long before;
        /** Whether nobody else can change it until the transaction ends. */
        private boolean locked;

        private @Nullable Instant dueAt;
        private boolean changed;

        Held(CaseFile file, long before) {
            this.file = file;
            this.before = before;
        }

        void stands(CaseFile now, @Nullable Instant next) {
            file = now;
            dueAt = next;
            changed = true;
        }

        void written() {
            before = revision(file);
            locked = true;
            changed = false;
        }
    }

    /** One transaction's. */
    private final class Unit implements TransactionSynchronization {

        private final Map<String, Held> files = new LinkedHashMap<>();
        private final List<CaseEvent> told = new ArrayList<>();
        private boolean gathers;

        void putUnlessGathering() {
            if (!gathers) {
                put();
            }
        }

        void put() {
            var changed = files.values().stream().filter(held -> held.changed).toList();
            if (changed.isEmpty()) {
                return;
            }
            if (write(told, changed) != changed.size()) {
                throw overtaken(changed);
            }
            changed.forEach(Held::written);
            told.clear();
        }

        private RuntimeException overtaken(List<Held> changed) {
            if (changed.stream().allMatch(held -> held.locked || held.before == 0)) {
                return new Refused(CaseRefusal.CHANGED_MEANWHILE);
            }
            known.doubt(files.keySet());
            return new ConcurrencyFailureException("a case is not as it was taken for, or somebody else has it");
        }

        /** Before the journal writes what it was told: that is written together with the files. */
        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE - 1;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            put();
        }

        @Override
        public void afterCommit() {
            files.forEach((id, held) -> known.note(id, held.file));
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(CaseUnits.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(CaseUnits.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(CaseUnits.this);
        }
    }

    private static long revision(CaseFile file) {
        return file.revision().number();
    }

    /** Writes files, their lines, and all that the transaction has told; gives how many files. */
    private long write(List<CaseEvent> told, List<Held> changed) {
        var page = journal.takePage();
        var values = new ArrayList<>(page.values());
        values.add(places(told, page.events()));
        values.add(told.stream().map(event -> revision(event.now())).toArray(Long[]::new));
        values.add(texts(told, event -> event.now().state().name()));
        values.add(texts(told, event -> json.writeValueAsString(event.act())));
        values.addAll(values(changed));
        var written = jdbc.sql(statements.computeIfAbsent(page.sql(), sql -> "WITH " + sql + WRITE))
                .params(values)
                .query(CaseUnits::written)
                .single();
        page.put(written.ids);
        return written.files;
    }

    /** How many files were written, and which ids the events got in the inbox. */
    private record Written(long files, List<Long> ids) {}

    private static Written written(ResultSet row, int number) throws SQLException {
        return new Written(
                row.getLong("files"), List.of((Long[]) row.getArray("ids").getArray()));
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

    private static List<Object> values(List<Held> changed) {
        return List.of(
                texts(changed, held -> held.file.id()),
                changed.stream().map(held -> held.before).toArray(Long[]::new),
                changed.stream().map(held -> revision(held.file)).toArray(Long[]::new),
                texts(changed, held -> held.file.state().name()),
                changed.stream().map(held -> held.file.state().ended()).toArray(Boolean[]::new),
                texts(changed, held -> held.file.holder().organisation()),
                texts(changed, held -> held.file.holder().person()),
                texts(changed, held -> held.file.matter().caseClass()),
                texts(changed, held -> held.file.matter().title()),
                texts(changed, held -> name(held.file.matter().grade())),
                texts(changed, held -> held.file.origin().source().name()),
                texts(changed, held -> held.file.course().ties().mergedInto()),
                changed.stream().map(held -> time(held.dueAt)).toArray(Timestamp[]::new),
                changed.stream().map(held -> deadline(held.file)).toArray(Timestamp[]::new));
    }

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
