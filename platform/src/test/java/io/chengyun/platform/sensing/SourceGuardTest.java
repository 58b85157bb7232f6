package io.chengyun.platform.sensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.SetClock;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.postgres.TestDatabase;
import io.chengyun.platform.sensing.account.StandingStore;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** One source does not spoil it for the others. */
@ApplicationModuleTest(
        mode = BootstrapMode.DIRECT_DEPENDENCIES,
        extraIncludes = {"postgres", "web"})
@ContextConfiguration(initializers = TestDatabase.class)
@TestPropertySource(
        properties = {
            "chengyun.place.district=../districts/minhang",
            "chengyun.sensing.lane.rows-per-second=100",
            "chengyun.sensing.lane.burst=200",
            "chengyun.sensing.lane.bad-rows=10",
            "chengyun.sensing.lane.kept-out=PT5M"
        })
@Import(SourceGuardTest.Now.class)
class SourceGuardTest {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final AtomicInteger SOURCES = new AtomicInteger();

    @TestConfiguration
    static class Now {
        @Bean
        @Primary
        SetClock setClock() {
            return new SetClock(NOON);
        }
    }

    @Autowired
    SourceGuard guard;

    @Autowired
    SourceGuard.Limits limits;

    @Autowired
    StandingStore store;

    @Autowired
    Journal journal;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    House house;

    @Autowired
    SetClock clock;

    private String source = "";

    @BeforeEach
    void another() {
        source = "http:sender-" + SOURCES.incrementAndGet();
    }

    private static void refused(ThrowingCallable what, SensingRefusal why, Duration comeAgainIn) {
        assertThatThrownBy(what).isInstanceOfSatisfying(Refused.class, no -> {
            assertThat(no.refusal()).isEqualTo(why);
            assertThat(no.comeAgainIn()).isBetween(comeAgainIn.minusMillis(50), comeAgainIn.plusMillis(50));
        });
    }

    @Test
    void whoBringsMoreThanItsRateComesAgainWhenItsTurnIsAndOthersAreNotHeldUp() {
        guard.admit(source, 400);

        refused(() -> guard.admit(source, 1), SensingRefusal.SLOW_DOWN, Duration.ofSeconds(2));
        assertThatCode(() -> guard.admit(source + "-neighbour", 200)).doesNotThrowAnyException();
        assertThat(guard.turn(source, 1)).isAfter(clock.instant());
        clock.move(Duration.ofMillis(2_100));
        assertThatCode(() -> guard.admit(source, 1)).doesNotThrowAnyException();
    }

    @Test
    void whoSendsMostlyRubbishIsKeptOutAndLetInWhenItsTimeIsOver() {
        guard.weigh(source, 10, 6);
        house.settle();

        refused(() -> guard.admit(source, 1), SensingRefusal.KEPT_OUT, Duration.ofMinutes(5));
        refused(() -> guard.turn(source, 1), SensingRefusal.KEPT_OUT, Duration.ofMinutes(5));
        assertThatCode(() -> guard.admit(source + "-neighbour", 1)).doesNotThrowAnyException();
        clock.move(Duration.ofMinutes(5));
        house.fireDue();
        house.settle();
        assertThatCode(() -> guard.admit(source, 1)).doesNotThrowAnyException();
        assertThat(journal.listAbout("source-" + source))
                .extracting(entry -> entry.event().getClass().getSimpleName())
                .containsExactly("SourceQuarantined", "SourceReleased");
    }

    @Test
    void halfRubbishOrTooLittleToTellKeepsNobodyOut() {
        guard.weigh(source, 20, 10);
        guard.weigh(source + "-small", 9, 9);

        assertThat(guard.keptOut()).doesNotContainKeys(source, source + "-small");
    }

    @Test
    void whoIsKeptOutStaysSoOverARestartUntilAPersonLetsItIn() {
        guard.weigh(source, 10, 10);
        var restarted = new SourceGuard(limits, store, journal, transaction, clock);
        refused(() -> restarted.admit(source, 1), SensingRefusal.KEPT_OUT, Duration.ofMinutes(5));
        restarted.release(source, "admin");
        house.settle();

        assertThatCode(() -> restarted.admit(source, 1)).doesNotThrowAnyException();
        assertThat(journal.listAbout("source-" + source))
                .last()
                .satisfies(entry -> assertThat(((SourceEvent.SourceReleased) entry.event()).by())
                        .isEqualTo("admin"));
    }

    @Test
    void whoIsNotKeptOutCannotBeLetIn() {
        assertThatThrownBy(() -> guard.release(source, "admin"))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(SensingRefusal.NO_SUCH_SOURCE));
    }
}
