package io.chengyun.platform.casework.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.CaseState;
import io.chengyun.platform.casework.Casework;
import io.chengyun.platform.casework.Given;
import io.chengyun.platform.casework.Given.Answer;
import io.chengyun.platform.casework.Given.Named;
import io.chengyun.platform.intake.Contact;
import io.chengyun.platform.intake.Intake;
import io.chengyun.platform.intake.ServiceRequest;
import io.chengyun.platform.intake.ServiceRequest.Asked;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** A reporter is erased: nothing of who and in which words is left in the house. */
@NullUnmarked
class ErasureTest extends ErasingHouse {

    @Test
    void nothingOfTheReporterIsLeftInAnyTableOrFile() {
        var request = asked();
        var id = own(request);
        filed(id);
        act(
                id,
                "split",
                Given.note("井盖破损，电话" + digits).naming(new Named(null, null, null, "P0101", null)),
                Role.ACCEPTOR);
        act(id, "dispatch", Given.nothing(), Role.DISPATCHER);
        duplicates.list(ask("门口积水很深", "沪闵路100号", Contact.unknown()).id());
        tick(3);
        assertThat(holding())
                .as("the walk sees what is there")
                .contains("casework.case_file", "casework.line", "intake.contact", "intake.request", "journal.words")
                .contains("situation.thing");
        assertThat(jdbc.sql("select count(*) from intake.meaning where request = ?")
                        .param(request.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);

        erased(request);
        assertThat(holding()).isEmpty();
        assertThat(jdbc.sql("select count(*) from intake.meaning where request = ?")
                        .param(request.id())
                        .query(Long.class)
                        .single())
                .isZero();
        for (var trace : List.of(name, phone, digits, word)) {
            assertThat(Traces.of(trace, folder)).isEmpty();
        }
    }

    @Test
    void requestAndCaseReadErasedAndWhatWasDoneStays() {
        var request = asked();
        var before = handled(own(request));
        erased(request);

        var now = intake.get(request.id());
        assertThat(now.erasedAt()).isNotNull();
        assertThat(now.asked()).isEqualTo(new Asked("0506", "", Map.of(), null));
        assertThat(now.spot().address()).isNull();
        assertThat(now.spot().grid()).isEqualTo(request.spot().grid());
        assertThat(now.receivedAt()).isEqualTo(request.receivedAt());
        assertThat(intake.listFrom(digits, 9)).isEmpty();
        assertThat(intake.get(request.id(), "0000"))
                .as("nothing of it has to be guarded any more")
                .isEqualTo(now);

        var file = file(before.id());
        assertThat(file.matter().title()).isEqualTo("已抹除");
        assertThat(file.matter().description()).isEmpty();
        assertThat(file.matter().spot()).isEqualTo(before.matter().spot());
        assertThat(file.origin().erasedAt()).isNotNull();
        assertThat(file.state()).isEqualTo(before.state());
        assertThat(file.course().contact()).isEqualTo(before.course().contact());
        var notes = casework.timeline(file);
        assertThat(notes)
                .filteredOn(line -> line.type().equals("casework.Contacted"))
                .singleElement()
                .satisfies(line -> assertThat(line.note()).isNull());
        assertThat(notes)
                .filteredOn(line -> line.type().equals("casework.Filed"))
                .singleElement()
                .satisfies(line -> assertThat(line.note()).isEqualTo("住户***在家等候"));
        assertThat(notes).last().satisfies(line -> {
            assertThat(line.type()).isEqualTo("casework.Erased");
            assertThat(line.by()).isEqualTo(STEWARD.id());
            assertThat(line.note()).isEqualTo("本人申请");
        });
    }

    @Test
    void aPartThatWasSplitOffIsErasedWithIt() {
        var request = asked();
        var id = own(request);
        act(id, "accept", Given.nothing(), Role.ACCEPTOR);
        act(id, "split", Given.note("井盖破损").naming(new Named(null, null, null, "P0101", null)), Role.ACCEPTOR);
        erased(request);
        assertThat(casework.list(Casework.Query.all()))
                .filteredOn(file -> id.equals(file.course().ties().splitFrom()))
                .singleElement()
                .satisfies(part -> assertThat(part.matter().description()).isEmpty());
    }

    @Test
    void whatOthersAskedForKeepsItsWords() {
        var first = ask("门口积水", "沪闵路140号", Contact.unknown());
        var second = ask("门口积水很深", "沪闵路140号", new Contact(null, name, phone, null, null, null));
        assertThat(own(second)).isEqualTo(own(first));
        erased(second);
        assertThat(file(own(first)).matter().title()).isEqualTo("门口积水");
        assertThat(intake.get(second.id()).asked().description()).isEmpty();
        assertThat(casework.list(Casework.Query.all()))
                .filteredOn(file -> second.id().equals(file.origin().request()))
                .singleElement()
                .satisfies(own -> assertThat(own.matter().title()).isEqualTo("已抹除"));
    }

    /** As a new read model would be made: every follower hears the whole journal again. */
    @Test
    void theCaseStillGoesOnToItsEndAndIsCalledBack() {
        var request = asked();
        var id = own(request);
        act(id, "accept", Given.nothing(), Role.ACCEPTOR);
        erased(request);
        act(id, "file", Given.standard("0506-1"), Role.ACCEPTOR);
        act(id, "dispatch", Given.nothing(), Role.DISPATCHER);
        act(id, "sign", Given.nothing(), Role.HANDLER);
        casework.act(id, "force-close", Given.note("已退水").on("办法第 9 条"), person(Role.COMMANDER, "D310112"));
        act(id, "call-back", Given.note("不再联系").answering(new Answer(true, null)), Role.ACCEPTOR);
        assertThat(file(id).state()).isEqualTo(CaseState.FORCED_CLOSED);
        assertThat(intake.get(request.id()).progress().status()).isEqualTo(ServiceRequest.Status.CLOSED);
        assertThat(intake.get(request.id()).erasedAt()).isNotNull();
    }

    @Test
    void topicsOfErasedWordsAreShownNoMore() {
        for (int i = 0; i < 6; i++) {
            ask(word + "门口积水", "沪闵路" + (200 + i) + "号", Contact.unknown());
        }
        assertThat(topics.list(null).toString()).contains(word);
        intake.list(all()).stream()
                .filter(one -> one.asked().description().contains(word))
                .forEach(this::erased);
        assertThat(topics.list(null).toString()).doesNotContain(word);
    }

    private Intake.Query all() {
        return new Intake.Query(
                List.of(),
                List.of(),
                Instant.EPOCH,
                clock.instant().plusSeconds(1),
                null,
                null,
                new Intake.Page(500, 0));
    }

    @Test
    void erasingTwiceAnswersAsItStands() {
        var request = asked();
        erased(request);
        var at = intake.get(request.id()).erasedAt();
        long last = journal.last();
        assertThat(erasure.erase(request.id(), "再次申请", STEWARD).erasedAt()).isEqualTo(at);
        house.settle();
        assertThat(journal.last()).isEqualTo(last);
    }

    @Test
    void onlyADataStewardErasesAndOnlyWhatIsThere() {
        var id = asked().id();
        refused(id, person(Role.COMMANDER, "D310112"), "intake:not-a-steward");
        refused("R-none", STEWARD, "intake:absent");
        var town = new AreaCode("310112999");
        refused(id, new Caller("s", "x", "x", Set.of(Role.DATA_STEWARD), "T310112999", town), "intake:absent");
        assertThat(intake.get(id).erasedAt()).isNull();
    }

    private void refused(String id, Caller caller, String code) {
        assertThatThrownBy(() -> erasure.erase(id, "本人申请", caller))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal().code()).isEqualTo(code));
    }
}
