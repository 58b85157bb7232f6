package io.chengyun.platform.intake.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.SetClock;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.intake.Contact;
import io.chengyun.platform.intake.Intake;
import io.chengyun.platform.intake.NewRequest;
import io.chengyun.platform.intake.ServiceRequest;
import io.chengyun.platform.intake.ServiceRequest.Asked;
import io.chengyun.platform.intake.ServiceRequest.Channel;
import io.chengyun.platform.intake.ServiceRequest.Progress;
import io.chengyun.platform.intake.ServiceRequest.Status;
import io.chengyun.platform.intake.duplicates.Duplicate.Kind;
import io.chengyun.platform.intake.duplicates.Duplicate.Reason;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.postgres.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

/** Duplicates in the database of open requests; each test on ground of its own. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
@Import(DuplicatesTest.Time.class)
class DuplicatesTest {

    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");
    private static final Position HERE = new Position(121.41, 31.08);

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
    Duplicates duplicates;

    @Autowired
    DuplicateController door;

    @Autowired
    SetClock clock;

    private static int months;

    /** A time of its own, months after the other tests'. */
    @BeforeEach
    void anotherTime() {
        clock.set(NINE.plus(Duration.ofDays(60L * ++months)));
    }

    private ServiceRequest ask(String words, @Nullable Position at, @Nullable String address) {
        clock.move(Duration.ofHours(1));
        return intake.receive(new NewRequest(
                Channel.HOTLINE, null, new Asked("0506", words, Map.of(), null), at, address, Contact.unknown()));
    }

    private static Caller caller(@Nullable String town) {
        return new Caller(
                "acceptor",
                "受理员",
                "Acceptor",
                Set.of(Role.ACCEPTOR),
                "D310112",
                town == null ? null : new AreaCode(town));
    }

    private List<String> found(ServiceRequest request) {
        return duplicates.list(request.id()).stream().map(Duplicate::request).toList();
    }

    @Test
    void theSameDoorInOtherWordsIsFoundWithItsReasons() {
        var first = ask("门口积水", null, "沪闵路100号");
        var second = ask("路上都是水", null, "闵行区沪闵路100号");

        var found = door.list(second.id(), caller(null));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).request()).isEqualTo(first.id());
        assertThat(found.get(0).caseId()).isNull();
        assertThat(found.get(0).reasons()).extracting(Reason::kind).contains(Kind.SAME_ADDRESS, Kind.SAME_CLASS);
        assertThat(duplicates.list(first.id())).as("the first repeats nothing").isEmpty();
    }

    @Test
    void oneHundredAndNineHundredOfOneRoadAreTwoMattersThoughTheTextsAreAlike() {
        ask("沪闵路100号门口积水", null, "沪闵路100号");

        assertThat(found(ask("沪闵路900号门口积水", null, "沪闵路900号"))).isEmpty();
    }

    @Test
    void nearPointsAreFoundAndFarOnesAreNot() {
        var first = ask("门口道路积水很深，车子过不去", HERE, null);

        assertThat(found(ask("我家门口的路上全是水，车开不过去了", new Position(121.4105, 31.0805), null)))
                .containsExactly(first.id());
        assertThat(found(ask("门口道路积水很深", new Position(121.413, 31.083), null))).isEmpty();
    }

    @Test
    void aClosedOneIsNotRepeatedAndALaterOneIsAnew() {
        var first = ask("门口积水", HERE, "沪闵路140号");
        var second = ask("门口积水", HERE, "沪闵路140号");
        intake.follow(first.id(), new Progress(Status.CLOSED, "c-9", "CLOSED", null, null, clock.instant(), 9));

        assertThat(found(ask("门口积水", HERE, "沪闵路140号"))).containsExactly(second.id());
        clock.move(Duration.ofDays(3));
        assertThat(found(ask("门口积水", HERE, "沪闵路140号"))).isEmpty();
    }

    @Test
    void requestsOfOneCaseAreOneMatterThatIsCounted() {
        var first = ask("门口积水", HERE, "沪闵路140号");
        var second = ask("门口积水", HERE, "沪闵路140号");
        for (var one : List.of(first, second)) {
            intake.follow(one.id(), new Progress(Status.OPEN, "c-1", "HANDLING", null, null, clock.instant(), 3));
        }
        var third = ask("门口积水", HERE, "沪闵路140号");

        var found = duplicates.findToMerge(third.id()).orElseThrow();
        assertThat(found.caseId()).isEqualTo("c-1");
        assertThat(found.asked()).isEqualTo(2);

        intake.follow(third.id(), new Progress(Status.OPEN, "c-1", "HANDLING", null, null, clock.instant(), 4));
        assertThat(duplicates.list(third.id())).as("what it is part of already").isEmpty();
    }

    @Test
    void textsThatSayNothingAreJudgedByPlace() {
        var first = ask("", HERE, "沪闵路140号");

        assertThat(found(ask("😀😀😀", HERE, "沪闵路140号"))).containsExactly(first.id());
    }

    @Test
    void anotherTownsRequestIsAbsentAndSoIsAnUnknownOne() {
        var first = ask("门口积水", HERE, null);
        var elsewhere = first.spot().town().value().equals("310112101") ? "310112102" : "310112101";

        assertThatThrownBy(() -> door.list(first.id(), caller(elsewhere))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> duplicates.list("R0")).isInstanceOf(Refused.class);
    }
}
