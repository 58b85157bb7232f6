package io.chengyun.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.journal.Entry;
import io.chengyun.platform.ledger.anchor.Anchor;
import io.chengyun.platform.ledger.anchor.AnchorEvent;
import io.chengyun.platform.ledger.anchor.AnchorStanding;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Checkpoints on their way into a chain, one at a time, whatever the chain does. */
@TestPropertySource(properties = {"chengyun.ledger.anchor.url=paper", "chengyun.ledger.anchor.chain=7"})
class AnchorTest extends LedgerHouse {

    private static final Duration LOOK = Duration.ofSeconds(10);

    @AfterEach
    void back() {
        PaperChain.gone = false;
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            clock.move(LOOK);
            house.fireDue();
            house.settle();
        }
    }

    /** Something new, an hour after the last one, until the chain holds it. */
    private void anchorSomething(String id) {
        clock.move(Duration.ofHours(1));
        keep(id, "new");
        steps.run();
        look(3);
    }

    private AnchorStanding standing() {
        return Objects.requireNonNull(board.status().published().anchor());
    }

    private List<String> told() {
        return journal.list(0, 100_000).stream()
                .map(Entry::event)
                .filter(AnchorEvent.class::isInstance)
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }

    @Test
    void aCheckpointComesIntoTheChainAndIsShown() {
        PaperChain.REMEMBERED.clear();
        anchorSomething("open-40");
        assertThat(PaperChain.REMEMBERED).containsExactly(Anchor.NOTHING_YET, "signed", "sent");
        var standing = standing();
        assertThat(standing.chain()).isEqualTo(7);
        assertThat(standing.problem()).isNull();
        assertThat(standing.at()).isNotNull();
        assertThat(told()).endsWith("Anchored");
        assertThat(get("/log/anchor").body()).startsWith("receipt of chengyun.local/log\n" + standing.size() + "\n");
        assertThat(get("/log/anchor/" + standing.size()).statusCode()).isEqualTo(200);
        assertThat(get("/log/anchor/" + (standing.size() + 1)).statusCode()).isEqualTo(404);
    }

    @Test
    void noMoreThanOneAnHour() {
        anchorSomething("open-41");
        int held = PaperChain.HELD.size();
        keep("open-41", "again");
        steps.run();
        look(10);
        assertThat(PaperChain.HELD).hasSize(held);
        clock.move(Duration.ofHours(1));
        look(3);
        assertThat(PaperChain.HELD).hasSize(held + 1);
    }

    /** Its own record alone is no reason: an idle house would pay for ever. */
    @Test
    void anIdleHouseAnchorsNothing() {
        anchorSomething("open-42");
        int held = PaperChain.HELD.size();
        for (int hours = 0; hours < 5; hours++) {
            steps.run();
            clock.move(Duration.ofHours(1));
            look(3);
        }
        assertThat(PaperChain.HELD).hasSize(held);
    }

    @Test
    void aChainThatIsGoneIsToldOnceAndStopsNothing() {
        anchorSomething("open-43");
        int before = told().size();
        int held = PaperChain.HELD.size();
        PaperChain.gone = true;
        anchorSomething("open-43");
        look(20);
        assertThat(told().subList(before, told().size())).containsExactly("Held");
        assertThat(standing().problem()).isEqualTo("ledger:chain-unreachable");
        keep("open-43", "the log goes on");
        steps.run();
        assertThat(published().size()).isEqualTo(journal.last());
        PaperChain.gone = false;
        look(3);
        assertThat(told().subList(before, told().size())).containsExactly("Held", "Anchored");
        assertThat(PaperChain.HELD).hasSize(held + 1);
        assertThat(standing().problem()).isNull();
    }
}
