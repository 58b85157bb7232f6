package io.chengyun.acceptance.bench.casework;

import io.chengyun.acceptance.bench.Figure;
import io.chengyun.acceptance.bench.Latencies;
import io.chengyun.acceptance.bench.Measurement;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.CaseFile;
import io.chengyun.platform.casework.Given;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Actions a second on cases by eight clients, each a transaction with its event, clocks and timer. */
public final class ActionRate implements Measurement {

    private static final int CLIENTS = 8;
    private static final int WARM = 12_000;
    private static final Duration LONGEST_SETTLING = Duration.ofMinutes(2);
    private static final int CASES = 2_500;
    /** Of one case: from the report to the department's person. */
    static final int STEPS = 8;

    private static final Given STANDARD = Given.standard("0506-1");
    private static final Given PERSON = Given.nothing().naming(new Given.Named(null, "handler", null, null, null));

    @Override
    public String name() {
        return "casework.actions";
    }

    @Override
    public Figure measure(Path folder) throws Exception {
        try (var house = CaseHouse.start(folder, Map.of())) {
            walk(house, WARM);
            level(house);
            settle(house);
            long events = house.count("select count(*) from casework.line");
            var before = Spent.now(house);
            long begin = System.nanoTime();
            var took = walk(house, CASES);
            double seconds = (System.nanoTime() - begin) / 1e9;
            long late = System.nanoTime();
            level(house);
            var spent = Spent.now(house).since(before);
            double behind = (System.nanoTime() - late) / 1e9;
            events = house.count("select count(*) from casework.line") - events;
            double rate = CASES * STEPS / seconds;
            double plain = PlainSteps.rate(house, CLIENTS, CASES * STEPS);
            var times = new Latencies(took);
            var note =
                    "%d actions of %d cases with %d events by %d clients in the house's process, through Casework; p50 %.1f ms, p99 %.1f ms; the journal had numbered all %.1f s later; %s µs of a core an action, house and clients + PostgreSQL %s"
                            .formatted(
                                    CASES * STEPS,
                                    CASES,
                                    events,
                                    CLIENTS,
                                    times.millis(0.5),
                                    times.millis(0.99),
                                    behind,
                                    spent.each(CASES * STEPS),
                                    house.text("show server_version"));
            return new Figure(
                    name(), rate, "actions/s", new Figure.Reference("the same rows by plain JDBC", plain), note);
        }
    }

    static long[] walk(CaseHouse house, int cases) throws Exception {
        var took = new long[cases * STEPS];
        var next = new AtomicInteger();
        CaseHouse.together(CLIENTS, client -> {
            for (int number = next.getAndIncrement(); number < cases; number = next.getAndIncrement()) {
                walkOne(house, number, took);
            }
        });
        return took;
    }

    private static void walkOne(CaseHouse house, int number, long[] took) {
        int place = number * STEPS;
        long begin = System.nanoTime();
        var file = house.report(number);
        begin = lap(took, place++, begin);
        file = house.act(file, "accept", Given.nothing(), Role.ACCEPTOR);
        begin = lap(took, place++, begin);
        file = house.act(file, "request-verification", Given.nothing(), Role.ACCEPTOR);
        begin = lap(took, place++, begin);
        file = house.act(file, "verify", Given.nothing(), Role.INSPECTOR);
        begin = lap(took, place++, begin);
        file = house.act(file, "file", STANDARD, Role.ACCEPTOR);
        begin = lap(took, place++, begin);
        file = house.act(file, "dispatch", Given.nothing(), Role.DISPATCHER);
        begin = lap(took, place++, begin);
        file = house.act(file, "sign", Given.nothing(), Role.HANDLER);
        begin = lap(took, place++, begin);
        CaseFile last = house.act(file, "assign", PERSON, Role.HANDLER);
        lap(took, place, begin);
        if (last.holder().person() == null) {
            throw new IllegalStateException("the walk went astray: " + last.state());
        }
    }

    private static long lap(long[] took, int place, long begin) {
        long now = System.nanoTime();
        took[place] = now - begin;
        return now;
    }

    /**
     * Waits until the database has looked at the tables for the first time, as it does within a minute: until then it plans for
     * empty ones. And asks it for what it does every five minutes by itself, after which it writes its log over old files: to make
     * new ones of 16 MB it stands still for 70 ms each.
     */
    private static void settle(CaseHouse house) throws Exception {
        var looked = "select count(*) from pg_stat_user_tables where relid in ('casework.case_file'::regclass,"
                + " 'evaluation.case_fact'::regclass) and last_autoanalyze is not null";
        long begin = System.nanoTime();
        while (house.count(looked) < 2) {
            if (System.nanoTime() - begin > LONGEST_SETTLING.toNanos()) {
                throw new IllegalStateException("the database has not looked at its tables in " + LONGEST_SETTLING);
            }
            Thread.sleep(200);
        }
        house.run("checkpoint");
    }

    /** Waits until the journal has numbered all. */
    static void level(CaseHouse house) throws Exception {
        while (house.count("select count(*) from journal.inbox") > 0) {
            Thread.sleep(20);
        }
    }
}
