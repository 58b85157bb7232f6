package io.chengyun.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.DomainEvent;
import io.chengyun.kernel.Fault;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.SetClock;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.access.sight.Sight;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.postgres.TestDatabase;
import io.chengyun.proof.Checkpoint;
import io.chengyun.proof.Note;
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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
import org.springframework.transaction.support.TransactionTemplate;

/** The log over a real journal, in a real folder. Tests share one log, because that is what a log is. */
@ApplicationModuleTest(
        mode = BootstrapMode.STANDALONE,
        extraIncludes = {"postgres", "web", "journal", "access", "place"},
        webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@Import(LedgerTest.Fakes.class)
class LedgerTest {

    private static final Instant START = Instant.parse("2026-11-26T08:00:00Z");
    private static final Caller COMMANDER =
            new Caller("commander", "值班长甲", "Commander A", Set.of(Role.COMMANDER), "D310112", null);
    private static final Caller HANDLER =
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
    }

    record Thing(String id, String words) {}

    @TestConfiguration(proxyBeanMethods = false)
    static class Fakes {
        @Bean
        @Primary
        SetClock setClock() {
            return new SetClock(START);
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
        house.settle();
    }

    private void note(String id, String words) {
        transaction.executeWithoutResult(
                status -> journal.append(new TestEvent.Noted(new Thing(id, words), clock.instant())));
        house.settle();
    }

    private void note(String id, int times) {
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < times; i++) {
                journal.append(new TestEvent.Noted(new Thing(id, "word " + i), clock.instant()));
            }
        });
        house.settle();
    }

    private Verdict verify(long number) {
        return new Verifier(Policy.of(signer.key()))
                .verify(ledger.proof(number, COMMANDER).format());
    }

    private Checkpoint published() {
        return new Fsck(tiles, Policy.of(signer.key())).check();
    }

    private HttpResponse<String> get(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException no) {
            throw new IllegalStateException(no);
        }
    }

    @Test
    void everyRecordCanBeProven() {
        note("open-1", 300);
        steps.run();
        long last = journal.last();
        for (long number = 1; number <= last; number += 17) {
            assertThat(verify(number).reason()).isEqualTo(Verdict.Reason.STANDS);
        }
        assertThat(verify(last).sentence(true)).contains("第 " + last + " 号", "ledger.Noted", "open-1");
        assertThat(published().size()).isEqualTo(last);
    }

    @Test
    void theLogGrowsRecordByRecordAsAtOnce() {
        for (int i = 0; i < 20; i++) {
            note("open-2", "word " + i);
            steps.run();
            assertThat(published().size()).isEqualTo(journal.last());
        }
    }

    @Test
    void aChangedRowIsFoundByItsProof() {
        note("open-3", "true");
        steps.run();
        long number = journal.last();
        jdbc.sql("update journal.entry set payload = replace(payload, 'true', 'other') where number = ?")
                .param(number)
                .update();
        assertThat(verify(number).reason()).isEqualTo(Verdict.Reason.OTHER_WORDS);
        jdbc.sql("update journal.entry set payload = replace(payload, 'other', 'true') where number = ?")
                .param(number)
                .update();
        assertThat(verify(number).reason()).isEqualTo(Verdict.Reason.STANDS);
    }

    @Test
    void whatIsErasedIsStillProvenAndWhatFollowsIsNew() {
        note("open-4", "before");
        steps.run();
        long before = journal.last();
        transaction.executeWithoutResult(status -> salts.erase("open-4", before));
        assertThat(verify(before).reason()).isEqualTo(Verdict.Reason.ERASED);
        note("open-4", "after");
        steps.run();
        assertThat(verify(before).reason()).isEqualTo(Verdict.Reason.ERASED);
        assertThat(verify(journal.last()).reason()).isEqualTo(Verdict.Reason.STANDS);
        assertThat(ledger.listAbout("open-4", HANDLER).stream().map(Seal::state))
                .containsExactly(Seal.State.ERASED, Seal.State.PUBLISHED);
    }

    @Test
    void aRecordIsOnItsWayBeforeItIsPublished() {
        note("open-5", "new");
        assertThat(ledger.listAbout("open-5", HANDLER).get(0).state()).isEqualTo(Seal.State.SEQUENCED);
        long number = journal.last();
        assertThatThrownBy(() -> ledger.proof(number, COMMANDER))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(LedgerRefusal.NOT_YET));
        integration.step(clock);
        assertThat(ledger.listAbout("open-5", HANDLER).get(0).state()).isEqualTo(Seal.State.INTEGRATED);
        steps.run();
        assertThat(ledger.listAbout("open-5", HANDLER).get(0).state()).isEqualTo(Seal.State.PUBLISHED);
    }

    @Test
    void nobodySeesTheRecordOfWhatHeMayNotSee() {
        note("shut-1", "secret");
        note("other-1", "the district's");
        steps.run();
        long number = journal.last();
        assertThat(ledger.proof(number, COMMANDER)).isNotNull();
        for (var refused : new Runnable[] {
            () -> ledger.proof(number, HANDLER),
            () -> ledger.proof(number - 1, COMMANDER),
            () -> ledger.listAbout("shut-1", COMMANDER),
            () -> ledger.listAbout("other-1", HANDLER),
            () -> ledger.proof(0, COMMANDER),
            () -> ledger.proof(-1, COMMANDER),
            () -> ledger.proof(number + 1, COMMANDER)
        }) {
            assertThatThrownBy(refused::run)
                    .isInstanceOfSatisfying(
                            Refused.class, no -> assertThat(no.refusal()).isEqualTo(LedgerRefusal.ABSENT));
        }
    }

    @Test
    void oneCheckpointInItsPace() {
        note("open-6", "one");
        timer.fireDue();
        assertThat(timer.nextDueAt()).isNull();
        note("open-6", "two");
        assertThat(timer.nextDueAt()).isEqualTo(clock.instant().plus(Duration.ofSeconds(1)));
        long size = published().size();
        clock.move(Duration.ofSeconds(1));
        house.fireDue();
        assertThat(published().size()).isEqualTo(size + 1);
        assertThat(timer.nextDueAt()).isNull();
    }

    /** As after a crash between the tiles and the commit: what was written beyond it is written again. */
    @Test
    void tilesBeyondTheCommitAreWrittenAgain() {
        note("open-7", "first");
        steps.run();
        long size = published().size();
        note("open-7", 300);
        transaction.executeWithoutResult(status -> {
            integration.step(clock);
            status.setRollbackOnly();
        });
        assertThat(store.find().map(Head::size)).contains(size);
        steps.run();
        assertThat(published().size()).isEqualTo(size + 300);
    }

    @Test
    void asLongAsAnotherWritesItWaits() throws Exception {
        note("open-8", "waits");
        var held = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var other = Executors.newSingleThreadExecutor();
        var done = other.submit(() -> transaction.executeWithoutResult(status -> {
            assertThat(store.mayWrite()).isTrue();
            held.countDown();
            await(release);
        }));
        await(held);
        long size = store.find().map(Head::size).orElse(0L);
        steps.run();
        assertThat(store.find().map(Head::size).orElse(0L)).isEqualTo(size);
        release.countDown();
        done.get();
        other.shutdown();
        steps.run();
        assertThat(published().size()).isEqualTo(journal.last());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    @Test
    void damagedTilesAreNotBuiltOn() {
        note("open-9", 2);
        steps.run();
        long size = published().size();
        var path = "tile/0/%03d%s".formatted(size / 256, size % 256 == 0 ? "" : ".p/" + size % 256);
        byte[] good = tiles.find(path).orElseThrow();
        byte[] bad = good.clone();
        bad[0] ^= 1;
        tiles.write(path, bad);
        // another process wrote in between, so that it looks at the tiles again
        integration.forget();
        note("open-9", "more");
        assertThatThrownBy(() -> steps.run())
                .isInstanceOfSatisfying(Fault.class, no -> assertThat(no.code()).isEqualTo("ledger:tiles-damaged"));
        tiles.write(path, good);
        steps.run();
        assertThat(published().size()).isEqualTo(size + 1);
    }

    @Test
    void aLogOfAnotherDatabaseIsNotOverwritten() {
        note("open-10", "here");
        steps.run();
        long size = published().size();
        var head = jdbc.sql("select root from ledger.head")
                .query((row, number) -> row.getBytes(1))
                .single();
        jdbc.sql("update ledger.head set size = 0").update();
        integration.forget();
        assertThatThrownBy(() -> steps.run())
                .isInstanceOfSatisfying(Fault.class, no -> assertThat(no.code()).isEqualTo("ledger:another-past"));
        jdbc.sql("update ledger.head set size = ?, root = ?").params(size, head).update();
        steps.run();
        assertThat(published().size()).isEqualTo(journal.last());
    }

    @Test
    void everybodyReadsTheLog() {
        note("open-11", 257);
        steps.run();
        var checkpoint = get("/log/checkpoint");
        assertThat(checkpoint.statusCode()).isEqualTo(200);
        assertThat(Note.parse(checkpoint.body()).isSignedBy(signer.key())).isTrue();
        assertThat(checkpoint.headers().firstValue("Cache-Control")).contains("no-cache");
        var tile = get("/log/tile/0/000");
        assertThat(tile.statusCode()).isEqualTo(200);
        assertThat(tile.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        assertThat(get("/log/policy").body()).isEqualTo("log " + signer.key() + "\nquorum none\n");
    }

    @Test
    void nothingElseIsReadThere() {
        for (var path : new String[] {
            "/log/tile/0/999",
            "/log/tile/0/00",
            "/log/tile/64/000",
            "/log/tile/0/000.p/0",
            "/log/tile/..%2f..%2fkeys.p12",
            "/log/tile/%2e%2e/keys.p12",
            "/log/tile/0/000/../000",
            "/log/keys.p12"
        }) {
            assertThat(get(path).statusCode()).as(path).isIn(400, 404);
        }
        assertThat(get("/api/ledger/status").statusCode()).isEqualTo(401);
        assertThat(get("/api/ledger/proofs/1").statusCode()).isEqualTo(401);
    }
}
