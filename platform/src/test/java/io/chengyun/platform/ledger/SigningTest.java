package io.chengyun.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.journal.Entry;
import io.chengyun.platform.ledger.sign.OrganisationKey;
import io.chengyun.platform.ledger.sign.OrganisationKey.State;
import io.chengyun.platform.ledger.sign.OrganisationKeyEvent;
import io.chengyun.platform.ledger.sign.OrganisationKeys;
import io.chengyun.proof.KeyBook;
import io.chengyun.proof.Note;
import io.chengyun.proof.Policy;
import io.chengyun.proof.Verdict;
import io.chengyun.proof.Verdict.Reason;
import io.chengyun.proof.Verifier;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people do is signed by their organisation, whose keys come and go. */
class SigningTest extends LedgerHouse {

    private static final String COMMANDERS = "commander";

    @Autowired
    OrganisationKeys keys;

    private String organisation(String staff) {
        return jdbc.sql("select organisation from access.staff where id = ?")
                .param(staff)
                .query(String.class)
                .single();
    }

    private Verdict checked(long number) {
        return checked(number, keys.book());
    }

    private Verdict checked(long number, KeyBook book) {
        return new Verifier(Policy.of(signer.key()), book)
                .verify(ledger.proof(number, COMMANDER).format());
    }

    private OrganisationKey holds(String organisation) {
        return keys.list().stream()
                .filter(key -> key.organisation().equals(organisation) && key.state() == State.HOLDS)
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> as(String staff, String path, String body) {
        var http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var name = "{\"name\":\"" + staff + "\",\"password\":\"chengyun\"}";
        try {
            assertThat(http.send(post("/api/session", name), BodyHandlers.ofString())
                            .statusCode())
                    .isLessThan(300);
            return http.send(
                    body.isEmpty() ? HttpRequest.newBuilder(uri(path)).build() : post(path, body),
                    BodyHandlers.ofString());
        } catch (IOException | InterruptedException no) {
            throw new IllegalStateException(no);
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private HttpRequest post(String path, String body) {
        return HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    @Test
    void whatSomebodyDoesTheirOrganisationSigns() {
        long first = act("open-40", COMMANDERS);
        note("open-40", "by itself");
        long second = act("open-40", "acceptor");
        long third = act("open-40", COMMANDERS);
        steps.run();
        for (long number : new long[] {first, second, third}) {
            assertThat(checked(number).reason()).as("%s", number).isEqualTo(Reason.SIGNED);
        }
        assertThat(checked(first).sentence(true)).contains(signer.key().name() + "/" + organisation(COMMANDERS));
        assertThat(checked(first + 1).reason()).as("nobody's act").isEqualTo(Reason.STANDS);
    }

    @Test
    void manyActsUnderOneSignatureAreEachProven() {
        long first = journal.last() + 1;
        for (int i = 0; i < 70; i++) {
            act("open-41", COMMANDERS);
        }
        steps.run();
        for (long number = first; number < first + 70; number++) {
            assertThat(checked(number).reason()).isEqualTo(Reason.SIGNED);
        }
    }

    @Test
    void whatIsErasedIsStillSigned() {
        long number = act("open-42", COMMANDERS);
        steps.run();
        transaction.executeWithoutResult(status -> salts.erase("open-42", number));
        assertThat(checked(number).reason()).isEqualTo(Reason.ERASED);
        assertThat(checked(number, new KeyBook(List.of())).reason()).isEqualTo(Reason.OTHER_SIGNER);
    }

    @Test
    void anActOfNobodyKnownIsSignedByNobody() {
        long number = act("open-43", "somebody who left");
        steps.run();
        assertThat(checked(number).reason()).isEqualTo(Reason.STANDS);
        assertThat(ledger.listBy("somebody who left", COMMANDER, 10))
                .extracting(Ledger.Act::number)
                .containsExactly(number);
    }

    @Test
    void aRotatedKeyStillVouchesForWhatItSigned() {
        var organisation = organisation(COMMANDERS);
        long before = act("open-44", COMMANDERS);
        steps.run();
        var old = holds(organisation);
        clock.move(Duration.ofMinutes(1));
        keys.end(organisation, State.ROTATED, "admin", "a year has gone");
        clock.move(Duration.ofMinutes(1));
        long after = act("open-44", COMMANDERS);
        steps.run();
        assertThat(holds(organisation).serial()).isEqualTo(old.serial() + 1);
        assertThat(checked(before).reason()).isEqualTo(Reason.SIGNED);
        assertThat(checked(after).reason()).isEqualTo(Reason.SIGNED);
        house.settle();
        assertThat(journal.list(0, 100_000).stream()
                        .map(Entry::event)
                        .filter(OrganisationKeyEvent.class::isInstance)
                        .map(OrganisationKeyEvent.class::cast)
                        .filter(event -> event.subject().equals("key-" + organisation))
                        .map(event -> event.getClass().getSimpleName())
                        .toList())
                .containsSequence("Rotated", "Issued");
    }

    /** Whoever got hold of it signs with it after its end. */
    @Test
    void aRevokedKeyVouchesForNothingThatCameAfter() {
        var organisation = organisation(COMMANDERS);
        long number = act("open-45", COMMANDERS);
        steps.run();
        var stolen = holds(organisation);
        keys.end(organisation, State.REVOKED, "admin", "a disk was lost");
        var revoked = keys.list().stream()
                .filter(key -> key.id().equals(stolen.id()))
                .findFirst()
                .orElseThrow();
        assertThat(revoked.state()).isEqualTo(State.REVOKED);
        assertThat(checked(number).reason()).as("at the same moment").isEqualTo(Reason.KEY_DID_NOT_HOLD);
        assertThatThrownBy(() -> keys.end(organisation, State.REVOKED, "admin", "once more"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theHouseHasNoUseForAKeyRingThatIsNotItsKeys() {
        var organisation = organisation("dispatcher");
        act("open-46", "dispatcher");
        steps.run();
        var lost = holds(organisation);
        jdbc.sql("update ledger.organisation_key set ed25519 = ? where id = ?")
                .params(signer.key().format(), lost.id())
                .update();
        clock.move(Duration.ofMinutes(1));
        long number = act("open-46", "dispatcher");
        steps.run();
        assertThat(checked(number).reason()).isEqualTo(Reason.SIGNED);
        assertThat(holds(organisation).serial()).isEqualTo(lost.serial() + 1);
    }

    @Test
    void everybodyMayHaveTheBookOfKeys() {
        act("open-47", COMMANDERS);
        steps.run();
        var answer = get("/log/organisations");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(KeyBook.parse(answer.body())).isEqualTo(keys.book());
        assertThat(keys.book().entries()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void anAdministratorRotatesAndNobodyElse() {
        act("open-49", COMMANDERS);
        steps.run();
        var path = "/api/ledger/keys/" + organisation(COMMANDERS) + "/rotation";
        assertThat(as(COMMANDERS, path, "{\"reason\":\"I want to\"}").statusCode())
                .isEqualTo(403);
        assertThat(as("admin", path, "{\"reason\":\" \"}").body()).contains("reason");
        var answer = as("admin", path, "{\"reason\":\"a year has gone\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("ROTATED");
        assertThat(as("admin", "/api/ledger/keys/NOBODY/rotation", "{\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(as(COMMANDERS, "/api/ledger/keys", "").body()).contains("ROTATED");
    }

    @Test
    void whatOneDidIsForThoseWhoSeeTheWholeDistrict() {
        long number = act("open-50", COMMANDERS);
        steps.run();
        assertThat(ledger.listBy(COMMANDERS, COMMANDER, 10).get(0).number()).isEqualTo(number);
        assertThatThrownBy(() -> ledger.listBy(COMMANDERS, HANDLER, 10)).isInstanceOf(Refused.class);
        assertThat(as(COMMANDERS, "/api/ledger/acts?staff=" + COMMANDERS, "").body())
                .contains("\"open-50\"");
    }

    @Test
    void checkpointsAreSignedWithBothAlgorithms() {
        note("open-51", "words");
        steps.run();
        var note = Note.parse(
                Objects.requireNonNull(store.find().orElseThrow().published()).note());
        assertThat(note.isSignedBy(log.ed25519().key())).isTrue();
        assertThat(note.isSignedBy(log.sm2().key())).isTrue();
        assertThat(board.policy()).contains("# SM2 国密: log " + log.sm2().key());
        assertThat(Policy.parse(board.policy()).logs()).hasSize(1);
    }
}
