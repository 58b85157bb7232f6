package io.chengyun.acceptance.bench.casework;

import io.chengyun.acceptance.bench.Figure;
import io.chengyun.acceptance.bench.Measurement;
import io.chengyun.acceptance.bench.PlainInbox;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** How long a hundred thousand limits that pass at one moment take until each is told, once, in a house that has just started. */
public final class TimerFlood implements Measurement {

    private static final int CASES = 100_000;
    private static final int A_BATCH = 100;
    private static final Duration START = Duration.ofSeconds(75);

    private static final String MULTIPLY = """
            with made as materialized (
                select nextval('journal.words_id_seq') as told, n, one.*, payload
                from casework.case_file one join journal.words on words.id = one.words, generate_series(1, %4$d) n),
            said as (
                insert into journal.words (id, payload)
                select told, jsonb_set(jsonb_set(payload::jsonb, '{now,clocks,holder,dueAt}', to_jsonb('%3$s'::text)),
                    '{now,id}', to_jsonb('b-' || n))
                from made)
            insert into casework.case_file (id, state, ended, town, organisation, opened_at, due_at, deadline_at, revision, person,
                case_class, title, source, words)
            select 'b-' || n, state, ended, town, organisation, opened_at, '%1$s', '%2$s'::timestamptz - interval '1 ms', revision,
                   person, case_class, title, source, told
            from made
            """;
    private static final String TOLD = "select count(*) from casework.line where type = 'casework.Escalated'";
    private static final String CASES_TOLD =
            "select count(distinct case_id) from casework.line where type = 'casework.Escalated' and case_id like 'b-%'";

    private static final String PLAIN = """
            with due as (
                select id from bench.case_file where due_at <= now() order by due_at, id limit %d for update skip locked),
            kept as (
                update bench.case_file f set due_at = null, revision = revision + 1, event = event
                from due where f.id = due.id returning f.id, f.event),
            lined as (insert into bench.line select id, 99, now(), 'b', 'b', '{}'::jsonb from kept)
            insert into bench.inbox (type, subject, at, payload) select 'b', id, now(), event from kept
            """;

    @Override
    public String name() {
        return "casework.timers";
    }

    @Override
    public Figure measure(Path folder) throws Exception {
        Instant due;
        try (var house = CaseHouse.start(folder, Map.of("chengyun.journal.live", "false"))) {
            house.report(0);
            due = Instant.now().plus(START);
            var moment = due.minusMillis(1);
            house.run(MULTIPLY.formatted(due, due, moment, CASES));
        }
        try (var house = CaseHouse.start(folder, Map.of())) {
            long wait = Duration.between(Instant.now(), due).toMillis();
            if (wait < 0) {
                throw new IllegalStateException("the house started too late for its own alarm: " + wait + " ms");
            }
            Thread.sleep(wait);
            long begin = System.nanoTime();
            while (house.count(
                            "select count(*) from casework.case_file where id like 'b-%' and due_at <= '" + due + "'")
                    > 0) {
                Thread.sleep(100);
            }
            double ours = (System.nanoTime() - begin) / 1e9;
            check(house);
            double plain = plain(house, due);
            var note =
                    "%d cases whose limit passed at one moment, %d told, each once, after a restart, %d a transaction"
                            .formatted(CASES, house.count(CASES_TOLD), A_BATCH);
            return new Figure(name(), ours, "s", new Figure.Reference("the same rows by plain SQL", plain), note);
        }
    }

    private static void check(CaseHouse house) throws Exception {
        long cases = house.count(CASES_TOLD);
        long lines = house.count(TOLD + " and case_id like 'b-%'");
        if (cases != CASES || lines != CASES) {
            throw new IllegalStateException(lines + " lines of " + cases + " cases instead of " + CASES);
        }
    }

    private static double plain(CaseHouse house, Instant due) throws Exception {
        house.run("""
                create schema bench;
                create table bench.case_file (like casework.case_file including indexes);
                alter table bench.case_file add column event text, alter column event set statistics 0;
                create table bench.line (like casework.line including all);
                insert into bench.case_file
                select kept.*, payload from casework.case_file kept join journal.words on words.id = kept.words
                where kept.id like 'b-%';
                """ + PlainInbox.TABLE);
        house.run("update bench.case_file set due_at = '" + due + "'");
        house.run("vacuum analyze bench.case_file");
        long begin = System.nanoTime();
        for (int done = 0; done < CASES; done += A_BATCH) {
            house.run(PLAIN.formatted(A_BATCH));
        }
        return (System.nanoTime() - begin) / 1e9;
    }
}
