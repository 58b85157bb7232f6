package io.chengyun.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.Erasable;
import io.chengyun.kernel.Erasing;
import io.chengyun.kernel.RecordCopy;
import io.chengyun.proof.Verdict.Reason;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** What an entry erases is erased when the log takes that entry in, neither before nor after. In a log of its own, for others prove all of theirs. */
@TestPropertySource(properties = "chengyun.ledger.origin=erasures.example/log")
class ErasuresTest extends LedgerHouse {

    /** A letter that is written in this test only. */
    sealed interface LetterEvent extends Erasable {
        @Override
        Letter now();

        @Override
        default String subject() {
            return now().id();
        }

        @Override
        default LetterEvent erased() {
            return (LetterEvent) RecordCopy.with((Record) this, new Letter(now().id(), ""));
        }

        record Written(Letter now, Instant at) implements LetterEvent {}

        record Burnt(Letter now, Instant at) implements LetterEvent, Erasing {}
    }

    public record Letter(String id, String words) {}

    private void tell(LetterEvent... events) {
        transaction.executeWithoutResult(status -> List.of(events).forEach(journal::append));
        house.settle();
    }

    private LetterEvent written(String id, String words) {
        return new LetterEvent.Written(new Letter(id, words), clock.instant());
    }

    private LetterEvent burnt(String id) {
        return new LetterEvent.Burnt(new Letter(id, ""), clock.instant());
    }

    private List<String> words(String id) {
        return journal.listAbout(id).stream()
                .map(entry -> ((LetterEvent) entry.event()).now().words())
                .toList();
    }

    private List<Reason> reasons(String id) {
        return journal.listAbout(id).stream()
                .map(entry -> verify(entry.number()).reason())
                .toList();
    }

    @Test
    void allThatStandsBeforeItIsErasedAndItselfIsProven() {
        tell(written("open-30", "dear"), written("open-30", "sir"));
        steps.run();
        tell(burnt("open-30"), written("open-30", "again"));
        assertThat(words("open-30")).as("not before the log has it").containsExactly("dear", "sir", "", "again");
        steps.run();
        assertThat(words("open-30")).containsExactly("", "", "", "again");
        assertThat(reasons("open-30")).containsExactly(Reason.ERASED, Reason.ERASED, Reason.STANDS, Reason.STANDS);
    }

    @Test
    void soItIsWhenAllOfItCameAtOnceAndTwice() {
        tell(
                written("open-31", "one"),
                written("open-32", "kept"),
                burnt("open-31"),
                written("open-31", "two"),
                burnt("open-31"),
                written("open-31", "three"));
        steps.run();
        assertThat(words("open-31")).containsExactly("", "", "", "", "three");
        assertThat(reasons("open-31"))
                .containsExactly(Reason.ERASED, Reason.ERASED, Reason.ERASED, Reason.STANDS, Reason.STANDS);
        assertThat(words("open-32")).containsExactly("kept");
        assertThat(reasons("open-32")).containsExactly(Reason.STANDS);
        assertThat(published().size()).isEqualTo(journal.last());
    }

    /** As after a crash between the tiles and the commit. */
    @Test
    void aStepThatIsUndoneErasesNothingAndIsTakenAgain() {
        tell(written("open-33", "here"));
        steps.run();
        tell(burnt("open-33"));
        transaction.executeWithoutResult(status -> {
            integration.step(clock.instant());
            status.setRollbackOnly();
        });
        assertThat(words("open-33")).containsExactly("here", "");
        assertThat(verify(journal.listAbout("open-33").get(0).number()).reason())
                .isEqualTo(Reason.STANDS);
        steps.run();
        assertThat(words("open-33")).containsExactly("", "");
        assertThat(reasons("open-33")).containsExactly(Reason.ERASED, Reason.STANDS);
    }

    @Test
    void theWatchFindsNothingWrongWithIt() {
        tell(IntStream.range(0, 30)
                .mapToObj(i -> i % 7 == 6 ? burnt("open-34") : written("open-34", "word " + i))
                .toArray(LetterEvent[]::new));
        var entries = journal.listAbout("open-34");
        assertThat(look(String.valueOf(entries.get(0).number()))).isEmpty();
        assertThat(entries)
                .allSatisfy(entry -> assertThat(ledger.broken(journal.lines(entry.number() - 1, 1)))
                        .isEmpty());
    }
}
