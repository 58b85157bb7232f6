package io.chengyun.acceptance.bench.casework;

import io.chengyun.acceptance.bench.Figure;
import io.chengyun.acceptance.bench.Latencies;
import io.chengyun.acceptance.bench.Measurement;
import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.CaseState;
import io.chengyun.platform.casework.Casework;
import io.chengyun.platform.casework.Given;
import io.chengyun.platform.casework.inbox.Inbox;
import io.chengyun.platform.casework.inbox.InboxCursor;
import io.chengyun.platform.casework.inbox.InboxFolder;
import io.chengyun.platform.casework.inbox.InboxQuery;
import io.chengyun.platform.casework.inbox.InboxQuery.Filter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** How long a page of the inbox and the opening of a case take among a million cases, a fifth of them open. */
public final class InboxTimes implements Measurement {

    private static final int CASES = Integer.getInteger("chengyun.bench.cases", 1_000_000);
    private static final int ASKED = 3_000;
    private static final int WARM = 600;
    private static final List<String> TOWNS = List.of("310112001", "310112006", "310112101", "310112102", "310112114");

    private static final String MULTIPLY = """
            with made as materialized (
                select nextval('journal.words_id_seq') as told, c.*, n,
                       case when n %% 5 > 0 then 'CLOSED' when n %% 50 = 0 then 'RETURNED' else 'HANDLING' end as state,
                       (array['310112001','310112006','310112101','310112102','310112114'])[1 + n / 5 %% 5] as town
                from (select opened_at, revision, case_class, source, payload::jsonb as said, payload::jsonb -> 'now' as file
                      from casework.case_file one join journal.words on words.id = one.words where one.id = '%s') c,
                     generate_series(1, %d) n),
            told as (
                insert into journal.words (id, payload)
                select told, said || jsonb_build_object('now',
                       jsonb_set(file, '{matter}', file -> 'matter' || jsonb_build_object('title', '路口积水 ' || n))
                       || jsonb_build_object(
                           'id', 'b-' || n, 'state', state,
                           'holder', jsonb_build_object('organisation', 'T' || town, 'person', 'handler-' || n %% 997)))
                from made)
            insert into casework.case_file (id, state, ended, town, organisation, opened_at, deadline_at, revision, person,
                case_class, title, source, words)
            select 'b-' || n, state, n %% 5 > 0, town, 'T' || town, opened_at + n * interval '1 s',
                   now() + (n %% 100000 - 5000) * interval '1 minute', revision,
                   'handler-' || n %% 997, case_class, '路口积水 ' || n, source, told
            from made
            """;
    private static final String LINES = """
            insert into casework.line (case_id, number, at, type, state, act)
            select 'b-' || n * 100, line.number, line.at, line.type, line.state, line.act
            from casework.line, generate_series(1, %d) n where case_id = '%s'
            """;
    private static final String PLAIN =
            "select (select payload from journal.words where words.id = f.words) from casework.case_file f"
                    + " where town = '%s' and not ended order by deadline_at, id limit 50";

    @Override
    public String name() {
        return "casework.inbox";
    }

    @Override
    public Figure measure(Path folder) throws Exception {
        try (var house = CaseHouse.start(folder, Map.of())) {
            make(house);
            var inbox = house.get(Inbox.class);
            var casework = house.get(Casework.class);
            var random = new Random(310112);
            var pages = times(() -> page(inbox, random));
            var counts = times(() -> inbox.count(caller(random)));
            var opened = times(() -> open(casework, random));
            var plain = times(() -> plain(house, random));
            var note =
                    ("p99 of %d pages of 50, all folders, a third filtered, in the house's process, among %d cases, a fifth open;"
                                    + " p50 %.1f ms; opening a case p99 %.1f ms, all counts p99 %.1f ms")
                            .formatted(ASKED, CASES, pages.millis(0.5), opened.millis(0.99), counts.millis(0.99));
            return new Figure(
                    name(),
                    pages.millis(0.99),
                    "ms",
                    new Figure.Reference("a town's first 50 rows by plain JDBC", plain.millis(0.99)),
                    note);
        }
    }

    private static void make(CaseHouse house) throws Exception {
        var file = house.report(0);
        file = house.act(file, "accept", Given.nothing(), Role.ACCEPTOR);
        file = house.act(file, "request-verification", Given.nothing(), Role.ACCEPTOR);
        file = house.act(file, "verify", Given.nothing(), Role.INSPECTOR);
        house.run(MULTIPLY.formatted(file.id(), CASES));
        house.run(LINES.formatted(CASES / 100, file.id()));
        house.run("insert into casework.watched select 'handler-' || n % 997, 'b-' || n * 7, now()"
                + " from generate_series(1, " + CASES / 100 + ") n");
        house.run("vacuum analyze casework.case_file");
        house.run("vacuum analyze journal.words");
        house.run("analyze casework.watched");
        house.run("checkpoint");
    }

    private static Caller caller(Random random) {
        var town = TOWNS.get(random.nextInt(TOWNS.size()));
        return switch (random.nextInt(4)) {
            case 0 -> new Caller("commander", "", "", Set.of(Role.COMMANDER), CaseHouse.DISTRICT, null);
            case 1 -> new Caller("d-" + town, "", "", Set.of(Role.DISPATCHER), "T" + town, new AreaCode(town));
            default -> {
                var id = "handler-" + random.nextInt(997);
                yield new Caller(id, "", "", Set.of(Role.HANDLER), "T" + town, null);
            }
        };
    }

    private static void page(Inbox inbox, Random random) {
        var folders = InboxFolder.values();
        var folder = folders[random.nextInt(folders.length)];
        var filter = switch (random.nextInt(6)) {
            case 0 -> new Filter("0506", null, CaseState.HANDLING, null, null, null);
            case 1 -> new Filter(null, null, null, null, null, Integer.toString(random.nextInt(CASES)));
            default -> Filter.none();
        };
        var caller = caller(random);
        var page = inbox.list(new InboxQuery(folder, filter, null, 50), caller);
        var next = page.next();
        if (next != null && random.nextBoolean()) {
            inbox.list(new InboxQuery(folder, filter, InboxCursor.of(next), 50), caller);
        }
    }

    private static void open(Casework casework, Random random) {
        var caller = new Caller("commander", "", "", Set.of(Role.COMMANDER), CaseHouse.DISTRICT, null);
        var file = casework.get("b-" + 100 * (1 + random.nextInt(CASES / 100)), caller);
        if (casework.timeline(file).isEmpty()) {
            throw new IllegalStateException("a case without a history");
        }
        casework.choices(file, caller);
    }

    private static void plain(CaseHouse house, Random random) throws Exception {
        try (var connection = house.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(PLAIN.formatted(TOWNS.get(random.nextInt(TOWNS.size()))))) {
            while (rows.next()) {
                rows.getString(1);
            }
        }
    }

    /** Something that is asked for. */
    private interface Question {
        void ask() throws Exception;
    }

    private static Latencies times(Question question) throws Exception {
        var took = new long[ASKED];
        for (int i = -WARM; i < ASKED; i++) {
            long begin = System.nanoTime();
            question.ask();
            if (i >= 0) {
                took[i] = System.nanoTime() - begin;
            }
        }
        return new Latencies(took);
    }
}
