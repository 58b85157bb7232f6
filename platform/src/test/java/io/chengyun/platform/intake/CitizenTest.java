package io.chengyun.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.SetClock;
import io.chengyun.platform.intake.CitizenController.Asking;
import io.chengyun.platform.intake.ServiceRequest.Asked;
import io.chengyun.platform.intake.ServiceRequest.Channel;
import io.chengyun.platform.intake.ServiceRequest.Progress;
import io.chengyun.platform.intake.ServiceRequest.Status;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.postgres.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
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

/** A citizen asks how far a request is, with its number and the telephone's last four digits. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
@Import(CitizenTest.Time.class)
class CitizenTest {

    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");

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
    CitizenController door;

    @Autowired
    House house;

    @Autowired
    SetClock clock;

    @BeforeEach
    void nine() {
        clock.set(NINE);
    }

    private ServiceRequest ask(@Nullable String externalId, @Nullable String phone) {
        return intake.receive(new NewRequest(
                Channel.HOTLINE,
                externalId,
                new Asked("0506", "门口积水", Map.of(), null),
                new Position(121.41, 31.08),
                null,
                new Contact(null, null, phone, null, null, null)));
    }

    private void refused(String id, String digits, String code) {
        assertThatThrownBy(() -> door.follow(new Asking(id, digits)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }

    @Test
    void theWayOfTheCaseIsSeenStepByStep() {
        var request = ask(null, "138-0000-1234");
        clock.set(NINE.plusSeconds(60));
        house.settle();

        var seen = door.follow(new Asking(" " + request.id() + " ", "1234"));
        assertThat(seen.status()).isEqualTo(Status.OPEN);
        assertThat(seen.service()).isEqualTo("道路积水");
        assertThat(seen.expectedAt()).isNotNull();
        assertThat(seen.steps()).extracting(CitizenController.Step::step).containsExactly(null, "REPORTED");
        assertThat(seen.steps().get(1).holder()).isNotEmpty();
    }

    @Test
    void whatWasSplitOffIsNamedByItsClass() {
        var request = intake.receive(new NewRequest(
                Channel.HOTLINE,
                null,
                new Asked("0113", "路面破损，雨水井盖也缺了", Map.of(), null),
                new Position(121.38, 31.15),
                null,
                new Contact(null, null, "13800009876", null, null, null)));
        var part = new ServiceRequest.Part("c-part", "P0103");
        var progress = new Progress(Status.OPEN, "c-whole", "REPORTED", "D310112", NINE, NINE, 1, part);
        intake.follow(request.id(), progress);

        var seen = door.follow(new Asking(request.id(), "9876"));
        assertThat(seen.steps())
                .last()
                .extracting(CitizenController.Step::part)
                .isEqualTo(new CitizenController.Split("c-part", "雨水井盖", "Storm drain cover"));
        assertThat(seen.steps())
                .first()
                .extracting(CitizenController.Step::part)
                .isNull();
    }

    @Test
    void otherDigitsAreAnsweredAsIfThereWereNoSuchRequest() {
        var request = ask(null, "13800001234");
        refused(request.id(), "9999", "intake:absent");
        refused("r-none", "1234", "intake:absent");
        refused(ask(null, null).id(), "1234", "intake:absent");
    }

    @Test
    void afterFiveWrongTriesEverybodyWaits() {
        var request = ask(null, "13800001234");
        for (int i = 0; i < 5; i++) {
            refused(request.id(), "000" + i, "intake:absent");
        }
        refused(request.id(), "1234", "intake:too-many-tries");
        clock.set(NINE.plus(Duration.ofMinutes(15)));
        assertThat(door.follow(new Asking(request.id(), "1234")).id()).isEqualTo(request.id());
    }

    @Test
    void digitsThatAreNoneAreNamed() {
        assertThatThrownBy(() -> door.follow(new Asking("r-1", "12a4")))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("lastDigits");
        assertThatThrownBy(() -> door.follow(new Asking(null, "1234")))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("id");
    }

    @Test
    void theSameNumberOfTheSameChannelComesInOnce() {
        var first = ask("12345-7", "13800001234");
        assertThat(ask("12345-7", "13900001234").id()).isEqualTo(first.id());
        assertThat(ask("12345-8", null).id()).isNotEqualTo(first.id());
    }

    @Test
    void aContactSaysNothingOfWhoItIs() {
        assertThat(new Contact("兰", null, "13800001234", "l@example.org", null, null))
                .asString()
                .doesNotContain("兰")
                .doesNotContain("1380");
    }
}
