package io.chengyun.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.DomainEvent;
import io.chengyun.kernel.Refusal;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.postgres.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationModuleTest(extraIncludes = {"postgres", "web"})
@ContextConfiguration(initializers = TestDatabase.class)
@Import(JournalTest.Ears.class)
class JournalTest {

    /** Something that happens in this test only. */
    sealed interface TestEvent extends DomainEvent {
        @Override
        Thing now();

        @Override
        default String subject() {
            return now().id();
        }

        record Happened(Thing now, Instant at) implements TestEvent {}
    }

    record Thing(String id, double value) {}

    private enum No implements Refusal {
        NO;

        @Override
        public Words words() {
            return new Words("test:no", "never mind", Kind.CONFLICT);
        }
    }

    static final class Ear implements Follower<TestEvent> {
        final List<Long> heard = new ArrayList<>();
        final List<DomainEvent> told = new ArrayList<>();
        Consumer<TestEvent> does = event -> {};

        @Nullable
        String refuses;

        @Nullable
        String breaksOn;

        @Override
        public String name() {
            return "test.ear";
        }

        @Override
        public Class<TestEvent> hears() {
            return TestEvent.class;
        }

        @Override
        public boolean heeds(TestEvent event) {
            return !event.subject().startsWith("idle");
        }

        @Override
        public void on(long number, TestEvent event) {
            if (event.subject().equals(refuses)) {
                throw new Refused(No.NO);
            }
            if (event.subject().equals(breaksOn)) {
                throw new IllegalStateException("broken on " + number);
            }
            does.accept(event);
            heard.add(number);
            told.add(event);
        }
    }

    @TestConfiguration
    static class Ears {
        @Bean
        Ear ear() {
            return new Ear();
        }
    }

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    @Autowired
    Journal journal;

    @Autowired
    House house;

    @Autowired
    Fresh fresh;

    @Autowired
    Ear ear;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void forget() {
        house.settle();
        ear.heard.clear();
        ear.told.clear();
        ear.does = event -> {};
        ear.refuses = null;
        ear.breaksOn = null;
    }

    private void append(String... subjects) {
        transaction.executeWithoutResult(status -> {
            for (var subject : subjects) {
                journal.append(new TestEvent.Happened(new Thing(subject, 1.0), NOON));
            }
        });
    }

    @Test
    void numbersAreContiguousThoughTransactionsAreRolledBack() {
        long before = journal.last();
        append("a");
        transaction.executeWithoutResult(status -> {
            journal.append(new TestEvent.Happened(new Thing("never", 0), NOON));
            status.setRollbackOnly();
        });
        append("b", "c");
        house.settle();
        assertThat(journal.list(before, 10)).extracting(Entry::subject).containsExactly("a", "b", "c");
        assertThat(journal.list(before, 10))
                .extracting(Entry::number)
                .containsExactly(before + 1, before + 2, before + 3);
    }

    @Test
    void whatIsToldIsWhatTheJournalHasWhoeverPutIt() {
        long before = journal.last();
        append("first", "second");
        putByAnother("other");
        transaction.executeWithoutResult(status -> {
            append("third", "fourth");
            var page = journal.takePage();
            page.put(insert(page));
            append("fifth");
        });
        house.settle();
        var entries = journal.list(before, 10);
        assertThat(entries)
                .extracting(Entry::subject)
                .containsExactly("first", "second", "other", "third", "fourth", "fifth");
        assertThat(entries).extracting(Entry::at).containsOnly(NOON);
        assertThat(ear.told).isEqualTo(entries.stream().map(Entry::event).toList());
        assertThat(ear.heard).isEqualTo(entries.stream().map(Entry::number).toList());
    }

    @Test
    void followersWhoKeepUpReadNothingBack() {
        append("first");
        putByAnother("other");
        append("last");
        long before = journal.last();
        house.sequencer().step();
        makeUnreadable(before);
        house.settle();
        assertThat(ear.told).extracting(DomainEvent::subject).containsExactly("first", "other", "last");
    }

    @Test
    void aFollowerWhoFellBehindReadsBackOnlyWhatIsNoLongerInMemory() {
        transaction.executeWithoutResult(status -> IntStream.range(0, 600).forEach(number -> append("many-" + number)));
        long before = journal.last();
        var all = LongStream.rangeClosed(before + 1, before + 600).boxed().toList();
        house.sequencer().step();
        makeUnreadable(before + 600 - 512);
        house.settle();
        assertThat(ear.heard).isEqualTo(all);
    }

    /** Puts a page into the inbox, as a caller does by a statement of its own. */
    private List<Long> insert(Journal.Page page) {
        return jdbc.sql("WITH " + page.sql() + Journal.Page.IDS)
                .params(page.values())
                .query(Long.class)
                .list();
    }

    /** Tells something as another instance does: this one does not know of it. */
    private void putByAnother(String subject) {
        transaction.executeWithoutResult(status -> {
            append(subject);
            insert(journal.takePage());
        });
    }

    private void makeUnreadable(long after) {
        jdbc.sql(
                        "update journal.words set payload = 'unreadable' where id in (select words from journal.entry where number > ?)")
                .param(after)
                .update();
    }

    @Test
    void whatWasUndoneIsNotKeptForTheSequencer() {
        var ids = new ArrayList<Long>();
        transaction.executeWithoutResult(status -> {
            append("never");
            var page = journal.takePage();
            ids.addAll(insert(page));
            page.put(ids);
            status.setRollbackOnly();
        });
        assertThat(ids).hasSize(1);
        assertThat(fresh.take(ids.get(0))).isEmpty();
    }

    @Test
    void onlyAFollowerThatTellsSomethingItselfWaitsForTheDisk() {
        var waits = new ArrayList<String>();
        ear.does = event -> {
            jdbc.sql("set local synchronous_commit = 'on'").update();
            if (event.subject().equals("telling")) {
                append("idle");
            }
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    waits.add(jdbc.sql("show synchronous_commit")
                            .query(String.class)
                            .single());
                }
            });
        };
        append("quiet");
        house.settle();
        append("telling");
        house.settle();
        assertThat(waits).containsExactly("off", "on");
    }

    @Test
    void manyWritersGiveOneOrderWithoutGapAndEveryEntryIsHeardOnce() throws InterruptedException {
        long before = journal.last();
        var writers = Executors.newFixedThreadPool(4);
        IntStream.range(0, 200).forEach(i -> writers.execute(() -> append("w" + i, "v" + i)));
        writers.shutdown();
        while (!writers.awaitTermination(1, TimeUnit.MILLISECONDS)) {
            house.settle();
        }
        house.settle();
        assertThat(ear.heard)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(before + 1, before + 400).boxed().toList());
    }

    @Test
    void whatAFollowerDoesNotHeedItIsNotToldAndItsCursorIsWrittenDownOnlyNowAndThen() {
        append("heard");
        house.settle();
        long heard = journal.last();
        append("idle", "idle");
        house.settle();
        assertThat(ear.heard).containsExactly(heard);
        assertThat(cursor()).isEqualTo(heard);

        append(IntStream.range(0, 1_000).mapToObj(i -> "idle" + i).toArray(String[]::new));
        house.settle();
        assertThat(ear.heard).containsExactly(heard);
        assertThat(cursor()).isGreaterThanOrEqualTo(heard + 1_000);
    }

    @Test
    void houseSettlesMoreThanIsNumberedAtOnce() {
        long before = journal.last();
        append(IntStream.range(0, 2_500).mapToObj(i -> "idle" + i).toArray(String[]::new));
        append("heard");
        house.settle();
        assertThat(journal.last()).isEqualTo(before + 2_501);
        assertThat(ear.heard).containsExactly(before + 2_501);
    }

    private long cursor() {
        return jdbc.sql("select number from journal.cursor where follower = 'test.ear'")
                .query(Long.class)
                .single();
    }

    @Test
    void refusedEntryIsRecordedAndPassed() {
        ear.refuses = "bad";
        append("good", "bad", "better");
        house.settle();
        assertThat(ear.heard).contains(journal.last() - 2, journal.last()).doesNotContain(journal.last() - 1);
        assertThat(jdbc.sql("select reason from journal.refusal where number = ?")
                        .param(journal.last() - 1)
                        .query(String.class)
                        .single())
                .isEqualTo("test:no");
    }

    @Test
    void faultStopsTheFollowerAtTheEntryAndItGoesOnFromThereOnceMended() {
        ear.breaksOn = "bad";
        append("good", "bad", "better");
        assertThatThrownBy(house::settle).hasMessageContaining("broken on");
        assertThatThrownBy(house::settle).hasMessageContaining("broken on");
        ear.breaksOn = null;
        ear.heard.clear();
        house.settle();
        assertThat(ear.heard).containsExactly(journal.last() - 1, journal.last());
    }

    @Test
    void payloadIsCanonicalJson() {
        append("canonical");
        house.settle();
        assertThat(journal.listAbout("canonical"))
                .extracting(Entry::payload)
                .containsExactly("{\"at\":\"2026-11-22T04:00:00Z\",\"now\":{\"id\":\"canonical\",\"value\":1}}");
    }
}
