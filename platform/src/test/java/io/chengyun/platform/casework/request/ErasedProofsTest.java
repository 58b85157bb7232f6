package io.chengyun.platform.casework.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.DomainEvent;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.CaseEvent;
import io.chengyun.platform.casework.Given;
import io.chengyun.platform.intake.RequestEvent;
import io.chengyun.platform.journal.Entry;
import io.chengyun.platform.journal.Follower;
import io.chengyun.platform.ledger.Seal;
import io.chengyun.platform.ledger.tamper.TamperEvent;
import io.chengyun.proof.Policy;
import io.chengyun.proof.Verdict;
import io.chengyun.proof.Verifier;
import io.chengyun.proof.audit.Fsck;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** A reporter was erased, and all that was proven still stands. */
@NullUnmarked
class ErasedProofsTest extends ErasingHouse {

    @Test
    void everyProofStillVerifiesAndWhatFollowsIsProvenAnew() {
        var request = asked();
        var id = own(request);
        handled(id);
        tick(2);
        long before = journal.last();
        erased(request);
        act(id, "sign", Given.nothing(), Role.HANDLER);
        tick(2);

        for (var subject : List.of(request.id(), id)) {
            var states = ledger.listAbout(subject, STEWARD).stream()
                    .map(Seal::state)
                    .distinct()
                    .toList();
            assertThat(states).containsExactly(Seal.State.ERASED, Seal.State.PUBLISHED);
            for (var entry : journal.listAbout(subject)) {
                var reason = new Verifier(Policy.of(log.ed25519().key()))
                        .verify(ledger.proof(entry.number(), STEWARD).format())
                        .reason();
                boolean open = entry.number() > before && !(entry.event() instanceof RequestEvent.Progressed);
                if (entry.type().endsWith(".Erased") || open) {
                    assertThat(reason).as(entry.type()).isEqualTo(Verdict.Reason.STANDS);
                } else if (entry.number() <= before) {
                    assertThat(reason).as(entry.type()).isEqualTo(Verdict.Reason.ERASED);
                }
            }
        }
        assertThat(new Fsck(tiles, Policy.of(log.ed25519().key())).check().size())
                .isEqualTo(journal.last());
    }

    @Test
    void theWatchOverTheTablesFindsNothingWrong() {
        var request = asked();
        handled(own(request));
        tick(20);
        erased(request);
        tick(40);
        assertThat(journal.list(0, 100_000)).extracting(Entry::event).noneMatch(TamperEvent.class::isInstance);
    }

    @Test
    void theRewrittenJournalCanBeFollowedFromTheBeginning() {
        var request = asked();
        var id = own(request);
        handled(id);
        erased(request);
        var things = rows("situation.thing");
        var facts = rows("evaluation.case_fact");
        var files = rows("casework.case_file");
        jdbc.sql("delete from situation.thing").update();
        jdbc.sql("delete from evaluation.case_fact").update();
        followers.stream().forEach(this::hearsAll);
        house.settle();

        assertThat(rows("situation.thing")).isEqualTo(things);
        assertThat(rows("evaluation.case_fact")).isEqualTo(facts);
        assertThat(rows("casework.case_file")).isEqualTo(files);
        assertThat(journal.listAbout(id))
                .filteredOn(entry -> entry.event() instanceof CaseEvent.Contacted)
                .isNotEmpty();
    }

    private <E extends DomainEvent> void hearsAll(Follower<E> follower) {
        for (var entry : journal.list(0, 100_000)) {
            if (follower.hears().isInstance(entry.event())) {
                var event = follower.hears().cast(entry.event());
                if (follower.heeds(event)) {
                    transaction.executeWithoutResult(status -> follower.on(entry.number(), event));
                }
            }
        }
    }

    private List<String> rows(String table) {
        return jdbc.sql("select one::text from " + table + " as one order by id")
                .query(String.class)
                .list();
    }
}
