package io.chengyun.platform.ledger;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.DomainEvent;
import io.chengyun.platform.SetClock;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.access.sight.Sight;
import io.chengyun.platform.journal.Entry;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.journal.RecordTable;
import io.chengyun.platform.ledger.sign.KeyPair;
import io.chengyun.platform.ledger.tamper.Tamper;
import io.chengyun.platform.ledger.tamper.TamperEvent;
import io.chengyun.platform.postgres.TestDatabase;
import io.chengyun.proof.Checkpoint;
import io.chengyun.proof.NoteSigner;
import io.chengyun.proof.Policy;
import io.chengyun.proof.Verdict;
import io.chengyun.proof.Verifier;
import io.chengyun.proof.audit.Fsck;
import io.chengyun.proof.tile.TileStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The log over a real journal, in a real folder. Tests share one log, because that is what a log is. */
@ApplicationModuleTest(
        mode = BootstrapMode.STANDALONE,
        extraIncludes = {"postgres", "web", "journal", "access", "place", "objects"},
        webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@TestPropertySource(
        properties = {
            "chengyun.ledger.tamper.rows=500",
            "chengyun.access.sample-accounts=true",
            "chengyun.access.hash-strength=4"
        })
@Import(LedgerHouse.Fakes.class)
abstract class LedgerHouse {

    static final Instant START = Instant.parse("2026-11-26T08:00:00Z");
    static final Caller COMMANDER =
            new Caller("commander", "值班长甲", "Commander A", Set.of(Role.COMMANDER), "D310112", null);
    static final Caller HANDLER =
            new Caller("h-1", "处置员甲", "Handler A", Set.of(Role.HANDLER), "T310112101", new AreaCode("310112101"));

    /** Something that happens in this test only. */
    sealed interface TestEvent extends DomainEvent {
        @Override
        Thing now();

        @Override
        default String subject() {
            return now().id();
        }

        record Noted(Thing now, Instant at) implements TestEvent {}

        /** Somebody of the staff did it. */
        record Done(Thing now, String by, Instant at) implements TestEvent {}
    }

    record Thing(String id, String words) {}

    /** What was found in the row, without the time. */
    record Found(String row, String column, Tamper.Kind kind) {}

    @TestConfiguration(proxyBeanMethods = false)
    static class Fakes {
        @Bean
        @Primary
        SetClock setClock() {
            return new SetClock(START);
        }

        @Bean
        RecordTable things(JdbcClient jdbc) {
            jdbc.sql("create table if not exists ledger.test_thing (id text primary key, words text)")
                    .update();
            return new RecordTable("ledger.test_thing", TestEvent.class, Map.of("words", "last.now ->> 'words'"));
        }

        /** Things that begin with "open" are everybody's, those with "shut" nobody's. */
        @Bean
        Sight sight() {
            return (caller, subject) -> subject.startsWith("open")
                    ? Optional.of(true)
                    : subject.startsWith("shut") ? Optional.of(false) : Optional.empty();
        }
    }

    @Autowired
    Journal journal;

    @Autowired
    House house;

    @Autowired
    Ledger ledger;

    @Autowired
    LedgerSteps steps;

    @Autowired
    LedgerBoard board;

    @Autowired
    LedgerStore store;

    @Autowired
    Integration integration;

    @Autowired
    LedgerTimer timer;

    @Autowired
    SaltStore salts;

    @Autowired
    TileStore tiles;

    @Autowired
    KeyPair log;

    NoteSigner signer;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SetClock clock;

    @LocalServerPort
    int port;

    @BeforeEach
    void settle() {
        signer = log.ed25519();
        house.settle();
    }

    final void note(String id, String words) {
        transaction.executeWithoutResult(
                status -> journal.append(new TestEvent.Noted(new Thing(id, words), clock.instant())));
        house.settle();
    }

    final void keep(String id, String words) {
        note(id, words);
        jdbc.sql("insert into ledger.test_thing values (?, ?) on conflict (id) do update set words = excluded.words")
                .params(id, words)
                .update();
    }

    /** Looks through everything twice, with time to settle in between, and says what was found of it. */
    final List<Found> look(String row) {
        steps.run();
        for (int i = 0; i < 40; i++) {
            clock.move(Duration.ofSeconds(1));
            house.fireDue();
        }
        house.settle();
        return journal.list(0, 100_000).stream()
                .map(Entry::event)
                .filter(TamperEvent.class::isInstance)
                .map(event -> ((TamperEvent) event).now())
                .filter(tamper -> tamper.row().equals(row))
                .map(tamper -> new Found(tamper.row(), tamper.column(), tamper.kind()))
                .toList();
    }

    /** Somebody of the staff does something. */
    final long act(String id, String by) {
        transaction.executeWithoutResult(
                status -> journal.append(new TestEvent.Done(new Thing(id, "done"), by, clock.instant())));
        house.settle();
        return journal.last();
    }

    final void note(String id, int times) {
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < times; i++) {
                journal.append(new TestEvent.Noted(new Thing(id, "word " + i), clock.instant()));
            }
        });
        house.settle();
    }

    final Verdict verify(long number) {
        return new Verifier(Policy.of(signer.key()))
                .verify(ledger.proof(number, COMMANDER).format());
    }

    final Checkpoint published() {
        return new Fsck(tiles, Policy.of(signer.key())).check();
    }

    final HttpResponse<String> get(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException no) {
            throw new IllegalStateException(no);
        }
    }
}
