package io.chengyun.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Fault;
import io.chengyun.kernel.Refused;
import io.chengyun.proof.Note;
import io.chengyun.proof.Policy;
import io.chengyun.proof.Verdict;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The log grows, is read and proven. */
class LedgerTest extends LedgerHouse {

    @Autowired
    private Erasures erasures;

    @Autowired
    private Leaves leaves;

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
        jdbc.sql(
                        "update journal.words set payload = replace(payload, 'true', 'other') where id = (select words from journal.entry where number = ?)")
                .param(number)
                .update();
        assertThat(verify(number).reason()).isEqualTo(Verdict.Reason.OTHER_WORDS);
        jdbc.sql(
                        "update journal.words set payload = replace(payload, 'other', 'true') where id = (select words from journal.entry where number = ?)")
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
        integration.step(clock.instant());
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

    /** A record that has just come does not make an old checkpoint doubtful; one that waits for long does. */
    @Test
    void itIsStaleOnceARecordHasWaitedTooLong() {
        note("open-13", "first");
        steps.run();
        clock.move(Duration.ofDays(1));
        assertThat(board.status().published().stale()).isFalse();
        note("open-13", "second");
        assertThat(board.status().published().stale()).isFalse();
        clock.move(Duration.ofMinutes(11));
        assertThat(board.status().published().stale()).isTrue();
        steps.run();
        assertThat(board.status().published().stale()).isFalse();
        assertThat(board.status().published().size()).isEqualTo(journal.last());
    }

    @Test
    void aClockThatIsSetBackStopsNothing() {
        note("open-12", "before");
        timer.fireDue();
        clock.move(Duration.ofDays(-1));
        note("open-12", "after");
        assertThat(timer.nextDueAt()).isEqualTo(clock.instant());
        house.fireDue();
        assertThat(published().size()).isEqualTo(journal.last());
        assertThat(verify(journal.last()).reason()).isEqualTo(Verdict.Reason.STANDS);
        clock.move(Duration.ofDays(1));
    }

    /** Else a busy house would never be through, and would sign and force a few entries at a time. */
    @Test
    void whatComesWhileTheLogGrowsIsTakenTheNextTime() {
        note("open-14", "first");
        var moreEachTime = new BusyTiles(tiles, () -> note("open-14", "meanwhile"));
        new Integration(erasures, store, leaves, moreEachTime, transaction).catchUp(clock.instant());
        assertThat(moreEachTime.written()).isEqualTo(1);
        assertThat(ledger.integrated()).isEqualTo(journal.last() - 1);
        integration.forget();
        steps.run();
        assertThat(published().size()).isEqualTo(journal.last());
    }

    /** As after a crash between the tiles and the commit: what was written beyond it is written again. */
    @Test
    void tilesBeyondTheCommitAreWrittenAgain() {
        note("open-7", "first");
        steps.run();
        long size = published().size();
        note("open-7", 300);
        transaction.executeWithoutResult(status -> {
            integration.step(clock.instant());
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
        assertThat(get("/log/policy").body())
                .startsWith("log " + signer.key() + "\n")
                .endsWith("\nquorum none\n");
        assertThat(Policy.parse(get("/log/policy").body()).logs()).containsExactly(signer.key());
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
