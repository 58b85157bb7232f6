package io.chengyun.platform.casework;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.casework.CaseEvent.Kept;
import io.chengyun.platform.casework.CaseWriter.Overtaken;
import io.chengyun.platform.casework.CaseWriter.Row;
import io.chengyun.platform.casework.together.Known;
import io.chengyun.platform.casework.together.Together;
import io.chengyun.platform.journal.Journal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * What each transaction has in hand of cases and does to them (工作单元). A case's row names the words of its last event in the
 * journal, so that the two cannot disagree, and keeps beside that what is looked for. A transaction that gathers writes all of
 * it by one statement at its end, or before it asks anything of the tables; another writes each event at once. What a group takes
 * up it takes for what this process last knew of it; whether that stands, and nobody else has it, the writing statement says,
 * which waits for nobody.
 */
@Component
class CaseUnits implements Together.Shared {

    /** The ids come from a question of their own: the planner would else plan for their number each time anew. */
    private static final String LOCK_ALL = """
            SELECT id, revision, words FROM casework.case_file
            WHERE id = ANY ((SELECT ?::text[])::text[]) FOR UPDATE SKIP LOCKED
            """;

    private static final String READ = "SELECT " + Journal.words("words") + " FROM unnest(?::bigint[]) AS words";

    /** So many files are remembered: those that somebody acts on just now. */
    private static final int REMEMBERED = 512;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final CaseWriter writer;
    /** Whether a file is still so the database says by its revision. */
    private final Known<CaseFile> known = new Known<>(REMEMBERED, CaseUnits::revision);

    CaseUnits(JdbcClient jdbc, JsonMapper json, CaseWriter writer) {
        this.jdbc = jdbc;
        this.json = json;
        this.writer = writer;
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

    /** Locks files that nobody else has just now, and gives them as they stand; what is remembered so is not read. */
    private List<CaseFile> lockAll(List<String> ids, Map<String, CaseFile> files) {
        var locked = new ArrayList<CaseFile>();
        var others = new ArrayList<Long>();
        jdbc.sql(LOCK_ALL).param(ids.toArray(String[]::new)).query(row -> {
            var file = files.get(row.getString("id"));
            if (file != null && revision(file) == row.getLong("revision")) {
                locked.add(file);
            } else {
                others.add(row.getLong("words"));
            }
        });
        locked.addAll(read(others));
        return locked;
    }

    /** The files that these words say, in their order. */
    List<CaseFile> read(List<Long> words) {
        var question = jdbc.sql(READ).param(words.toArray(Long[]::new));
        return words.isEmpty() ? List.of() : question.query(this::file).list();
    }

    /** The file that the words in a row's first column say. */
    CaseFile file(ResultSet row, int number) throws SQLException {
        return Kept.read(json, row.getString(1));
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

    /** Writes what was done so far, for whoever asks the tables. */
    void flush() {
        var unit = current();
        if (unit != null) {
            unit.put();
        }
    }

    @Override
    public void commit() {
        var unit = current();
        if (unit != null) {
            unit.commit();
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

        Row row() {
            return new Row(file, before, dueAt);
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
        private boolean over;

        void putUnlessGathering() {
            if (!gathers) {
                put();
            }
        }

        void put() {
            try {
                write(writer::write);
            } catch (Overtaken no) {
                throw changed().allMatch(held -> held.locked || held.before == 0)
                        ? new Refused(CaseRefusal.CHANGED_MEANWHILE)
                        : no;
            }
        }

        void commit() {
            write(writer::writeAndCommit);
            over = true;
        }

        private void write(BiConsumer<List<CaseEvent>, List<Row>> how) {
            var changed = changed().toList();
            if (changed.isEmpty()) {
                return;
            }
            if (over) {
                throw new IllegalStateException("a case is changed after its transaction was committed");
            }
            try {
                how.accept(told, changed.stream().map(Held::row).toList());
            } catch (Overtaken no) {
                known.doubt(files.keySet());
                throw no;
            }
            changed.forEach(Held::written);
            told.clear();
        }

        private Stream<Held> changed() {
            return files.values().stream().filter(held -> held.changed);
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
}
