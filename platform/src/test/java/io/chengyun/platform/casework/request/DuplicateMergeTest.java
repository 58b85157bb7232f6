package io.chengyun.platform.casework.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.SetClock;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.CaseFile;
import io.chengyun.platform.casework.CaseState;
import io.chengyun.platform.casework.Casework;
import io.chengyun.platform.casework.Given;
import io.chengyun.platform.intake.Contact;
import io.chengyun.platform.intake.Intake;
import io.chengyun.platform.intake.NewRequest;
import io.chengyun.platform.intake.ServiceRequest;
import io.chengyun.platform.intake.ServiceRequest.Asked;
import io.chengyun.platform.intake.ServiceRequest.Channel;
import io.chengyun.platform.intake.ServiceRequest.Status;
import io.chengyun.platform.intake.duplicates.Duplicates;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.postgres.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** What asks for the same goes on in one case, and everybody who asked hears of it. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
@Import(DuplicateMergeTest.Time.class)
@TestPropertySource(properties = "chengyun.journal.live=false")
class DuplicateMergeTest {

    private static final Instant NINE = Instant.parse("2024-01-04T01:00:00Z");
    private static final Position HERE = new Position(121.41, 31.08);
    private static final Caller ACCEPTOR =
            new Caller("acceptor", "受理员", "Acceptor", Set.of(Role.ACCEPTOR), "D310112", null);

    @TestConfiguration
    static class Time {
        @Bean
        @Primary
        SetClock setClock() {
            return new SetClock(NINE);
        }
    }

    @Autowired
    Intake intake;

    @Autowired
    Casework casework;

    @Autowired
    Duplicates duplicates;

    @Autowired
    House house;

    @Autowired
    SetClock clock;

    private static int months;

    @BeforeEach
    void anotherTime() {
        clock.set(NINE.plus(Duration.ofDays(60L * ++months)));
    }

    private ServiceRequest ask(@Nullable String number, String words, String address) {
        clock.move(Duration.ofHours(5));
        var request = intake.receive(new NewRequest(
                Channel.HOTLINE, number, new Asked("0506", words, Map.of(), null), HERE, address, Contact.unknown()));
        house.settle();
        return intake.get(request.id());
    }

    private CaseFile file(ServiceRequest request) {
        return casework.find(own(request)).orElseThrow();
    }

    private static String own(ServiceRequest request) {
        return Objects.requireNonNull(request.progress().caseId());
    }

    private CaseFile act(String id, String action, Given given) {
        var file = casework.act(id, action, given, ACCEPTOR);
        house.settle();
        return file;
    }

    @Test
    void theSecondWhoAsksJoinsTheFirstCaseAndBothHearOfIt() {
        var first = ask(null, "门口积水", "沪闵路100号");
        var second = ask(null, "门口积水很深", "闵行区沪闵路100号");

        assertThat(own(second)).isEqualTo(own(first));
        assertThat(file(first).course().ties().asked()).isEqualTo(2);

        act(own(first), "accept", Given.nothing());
        for (var one : new ServiceRequest[] {first, second}) {
            assertThat(intake.get(one.id()).progress().step()).isEqualTo("PENDING_FILING");
        }
        act(own(first), "void", Given.note("已退水"));
        for (var one : new ServiceRequest[] {first, second}) {
            assertThat(intake.get(one.id()).progress().status()).isEqualTo(Status.CLOSED);
        }
    }

    @Test
    void thirtyWhoAskAreOneCase() {
        var first = ask(null, "门口积水", "沪闵路100号");
        for (int i = 0; i < 4; i++) {
            ask(null, "门口积水", "沪闵路100号");
        }

        assertThat(file(first).course().ties().asked()).isEqualTo(5);
        assertThat(intake.listBehind(own(first))).hasSize(5);
    }

    @Test
    void theMergedCaseSaysWhy() {
        ask(null, "门口积水", "沪闵路140号");
        var second = ask(null, "门口积水", "沪闵路140号");
        var merged = casework.list(Casework.Query.all()).stream()
                .filter(file -> second.id().equals(file.origin().request()))
                .findFirst()
                .orElseThrow();

        assertThat(merged.state()).isEqualTo(CaseState.MERGED);
        assertThat(casework.timeline(merged).get(1).note())
                .startsWith("系统并案（")
                .contains("同一地址")
                .contains("5小时内提过");
    }

    @Test
    void anotherDoorIsAnotherCase() {
        var first = ask(null, "沪闵路100号门口积水", "沪闵路100号");
        var second = ask(null, "沪闵路900号门口积水", "沪闵路900号");

        assertThat(own(second)).isNotEqualTo(own(first));
        assertThat(file(second).state()).isEqualTo(CaseState.REPORTED);
        assertThat(duplicates.list(second.id())).allMatch(one -> !one.merges());
    }

    @Test
    void theSameRequestTwiceIsOneRequestAndNoDuplicate() {
        var first = ask("W-1", "门口积水", "沪闵路180号");
        var again = ask("W-1", "门口积水", "沪闵路180号");

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(file(first).course().ties().asked()).isOne();
    }

    @Test
    void whatWasTakenOutAgainStaysOut() {
        var first = ask(null, "门口积水", "沪闵路20号");
        var second = ask(null, "门口积水", "沪闵路20号");
        var merged = casework.list(Casework.Query.all()).stream()
                .filter(file -> second.id().equals(file.origin().request()))
                .findFirst()
                .orElseThrow();

        act(merged.id(), "reopen", Given.note("是另一处"));

        assertThat(own(intake.get(second.id()))).isEqualTo(merged.id());
        assertThat(file(first).course().ties().asked()).isOne();
        assertThat(casework.find(merged.id()).orElseThrow().state()).isEqualTo(CaseState.PENDING_FILING);
    }

    @Test
    void nothingIsMergedIntoACaseThatEnded() {
        var first = ask(null, "门口积水", "沪闵路60号");
        act(own(first), "reject", Given.note("已退水"));
        var second = ask(null, "门口积水", "沪闵路60号");

        assertThat(own(second)).isNotEqualTo(own(first));
        assertThat(file(second).state()).isEqualTo(CaseState.REPORTED);
    }
}
