package io.chengyun.platform.casework;

import static io.chengyun.platform.casework.People.CHENG;
import static io.chengyun.platform.casework.People.TOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Grade;
import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.SetClock;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.Casework.Choice;
import io.chengyun.platform.casework.Casework.Line;
import io.chengyun.platform.casework.Casework.Query;
import io.chengyun.platform.casework.Casework.Report;
import io.chengyun.platform.journal.Entry;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.postgres.TestDatabase;
import io.chengyun.platform.warning.WarningEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** Casework with a real database, from a warning or a report to the end. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
@Import(CaseworkTest.Time.class)
class CaseworkTest {

    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");
    private static final Position POINT = new Position(121.41, 31.08);

    @TestConfiguration
    static class Time {
        @Bean
        @Primary
        SetClock setClock() {
            return new SetClock(Instant.parse("2026-11-23T01:00:00Z"));
        }
    }

    @Autowired
    Casework casework;

    @Autowired
    Journal journal;

    @Autowired
    House house;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SetClock clock;

    private static int count;

    private String warning;

    @BeforeEach
    void morning() {
        clock.set(NINE);
        warning = "w-" + ++count;
    }

    private CaseFile raise(Grade grade) {
        tell(new WarningEvent.Raised(Storm.warning(warning, grade, clock.instant()), clock.instant()));
        return filed();
    }

    private void tell(WarningEvent event) {
        transaction.executeWithoutResult(status -> journal.append(event));
        house.settle();
    }

    private CaseFile filed() {
        return casework.list(Query.all()).stream()
                .filter(file -> warning.equals(file.origin().warning()))
                .findFirst()
                .orElseThrow();
    }

    private CaseFile act(CaseFile file, String action, Given given, Role role) {
        return casework.act(file.id(), action, given, People.of(role));
    }

    private CaseFile handled(CaseFile file) {
        var signed = act(file, "sign", Given.nothing(), Role.HANDLER);
        var photo = photo(signed);
        return act(signed, "submit", Given.note("已排水").showing(List.of(photo)), Role.HANDLER);
    }

    private String photo(CaseFile file) {
        return casework.attach(file.id(), Images.png(count), POINT, clock.instant(), People.of(Role.HANDLER));
    }

    private List<String> types(CaseFile file) {
        return casework.timeline(file).stream().map(Line::type).toList();
    }

    private List<String> told(CaseFile file) {
        house.settle();
        return journal.listAbout(file.id()).stream().map(Entry::type).toList();
    }

    private void pass(Duration time) {
        clock.move(time);
        house.fireDue();
        house.settle();
    }

    @Test
    void warningBecomesACaseThatIsHandledInspectedAndClosed() {
        var file = raise(Grade.ORANGE);
        assertThat(file.state()).isEqualTo(CaseState.PENDING_HANDLING);
        assertThat(file.holder().organisation()).isEqualTo("T" + TOWN);
        assertThat(file.matter().title()).contains("莘庄镇").contains("橙色");
        assertThat(jdbc.sql("SELECT grade FROM casework.case_file WHERE warning = ?")
                        .param(warning)
                        .query(String.class)
                        .single())
                .isEqualTo("ORANGE");

        clock.move(Duration.ofMinutes(20));
        var handled = handled(file);
        assertThat(handled.state()).isEqualTo(CaseState.PENDING_INSPECTION);
        clock.move(Duration.ofMinutes(20));
        var closed = act(handled, "inspect-pass", Given.nothing(), Role.INSPECTOR);

        assertThat(closed.state()).isEqualTo(CaseState.CLOSED);
        assertThat(closed.overdue()).isFalse();
        assertThat(types(closed))
                .containsExactly(
                        "casework.Reported",
                        "casework.Filed",
                        "casework.HandedOver",
                        "casework.Dispatched",
                        "casework.Signed",
                        "casework.Submitted",
                        "casework.Confirmed",
                        "casework.InspectionPassed",
                        "casework.Closed");
        assertThat(told(closed)).isEqualTo(types(closed));
    }

    @Test
    void oneWarningFilesOneCaseHoweverOftenItIsTold() {
        raise(Grade.BLUE);
        raise(Grade.BLUE);
        assertThat(casework.list(Query.all()).stream()
                        .filter(file -> warning.equals(file.origin().warning())))
                .hasSize(1);
    }

    @Test
    void regradedWarningRegradesItsCaseAndItsLiftingIsNoted() {
        var file = raise(Grade.BLUE);
        var worse = Storm.warning(warning, Grade.RED, clock.instant());
        tell(new WarningEvent.Regraded(worse, Grade.BLUE, clock.instant()));
        assertThat(filed().matter().grade()).isEqualTo(Grade.RED);
        tell(new WarningEvent.Lifted(Storm.lifted(warning, Grade.RED, clock.instant()), clock.instant()));
        assertThat(types(file)).endsWith("casework.Regraded", "casework.WarningLifted");
        assertThat(filed().state()).isEqualTo(CaseState.PENDING_HANDLING);
    }

    @Test
    void whatTheHouseNotesMeanwhileDoesNotSendAPersonBack() {
        var file = raise(Grade.BLUE);
        var look = Given.nothing().at(file.revision().number());
        var worse = Storm.warning(warning, Grade.RED, clock.instant());
        tell(new WarningEvent.Regraded(worse, Grade.BLUE, clock.instant()));
        assertThat(filed().revision().number()).isGreaterThan(file.revision().number());
        assertThat(act(file, "sign", look, Role.HANDLER).state()).isEqualTo(CaseState.HANDLING);
    }

    @Test
    void everyLevelIsToldOnceThatTheLimitPassed() {
        var file = raise(Grade.RED);
        for (int minute = 0; minute < 300; minute += 5) {
            pass(Duration.ofMinutes(5));
        }
        assertThat(types(file).stream().filter(type -> type.equals("casework.Escalated")))
                .hasSize(3);
        assertThat(types(file)).containsOnlyOnce("casework.Overran");
        assertThat(filed().holder()).isEqualTo(file.holder());
        assertThat(filed().overdue()).isTrue();
    }

    @Test
    void whatTheStateDoesNotAllowIsRefusedWithWhatItAllows() {
        var file = raise(Grade.RED);
        assertThatThrownBy(() -> act(file, "submit", Given.note("好"), Role.HANDLER))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.refusal()).isEqualTo(CaseRefusal.NOT_ALLOWED_NOW);
                    assertThat(refused.allowed()).containsExactly("sign", "assign", "return");
                });
        assertThat(casework.choices(file, People.of(Role.HANDLER)))
                .contains(new Choice("return", List.of("note", "legalGround")));
    }

    @Test
    void ofTwoWhoActAtOnceOneWins() throws InterruptedException {
        var file = raise(Grade.RED);
        var look = Given.nothing().at(file.revision().number());
        Callable<String> sign = () -> {
            try {
                return act(file, "sign", look, Role.HANDLER).state().name();
            } catch (Refused refused) {
                return refused.refusal().code();
            }
        };
        var pool = Executors.newFixedThreadPool(2);
        var answers = pool.invokeAll(List.of(sign, sign)).stream()
                .map(answer -> {
                    try {
                        return answer.get();
                    } catch (ExecutionException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
        pool.shutdown();
        assertThat(answers).containsExactlyInAnyOrder("HANDLING", "casework:changed-meanwhile");
    }

    @Test
    void anotherTownsCaseIsAbsentAndTheTryIsNoted() {
        var file = raise(Grade.RED);
        var stranger = People.of(Role.ACCEPTOR, "310112102");
        assertThatThrownBy(() -> casework.get(file.id(), stranger)).hasMessageContaining("casework:absent");
        assertThatThrownBy(() -> casework.act(file.id(), "sign", Given.nothing(), stranger))
                .hasMessageContaining("casework:absent");
        assertThat(casework.list(Query.all(), stranger)).doesNotContain(file);
        house.settle();
        assertThat(journal.listAbout(stranger.id()).stream().map(Entry::type))
                .containsExactly("access.Denied", "access.Denied");
    }

    @Test
    void reportByAPersonGoesTheWholeWay() {
        var report = new Report("0506", "路口积水", "约两百平方米", POINT, CaseFile.Source.PATROL);
        var file = casework.report(report, CHENG);
        assertThat(file.state()).isEqualTo(CaseState.REPORTED);
        file = act(file, "accept", Given.nothing(), Role.ACCEPTOR);
        file = act(file, "request-verification", Given.nothing(), Role.ACCEPTOR);
        file = act(file, "verify", Given.nothing(), Role.INSPECTOR);
        file = act(file, "file", Given.standard("0506-1"), Role.ACCEPTOR);
        assertThat(file.state()).isEqualTo(CaseState.PENDING_DISPATCH);
        file = act(file, "dispatch", Given.nothing(), Role.DISPATCHER);
        assertThat(file.holder().organisation()).startsWith("G");
        assertThat(act(file, "sign", Given.nothing(), Role.HANDLER).state()).isEqualTo(CaseState.HANDLING);
    }

    @Test
    void evidenceIsAPhotoThatWasSentToThisCase() {
        var file = act(raise(Grade.RED), "sign", Given.nothing(), Role.HANDLER);
        var unknown = Given.note("好").showing(List.of("0".repeat(64)));
        assertThatThrownBy(() -> act(file, "submit", unknown, Role.HANDLER))
                .hasMessageContaining("casework:no-such-evidence");
        assertThatThrownBy(() -> act(file, "submit", Given.note("好"), Role.HANDLER))
                .isInstanceOfSatisfying(
                        Malformed.class, wrong -> assertThat(wrong.field()).isEqualTo("evidence"));
        assertThat(casework.find(file.id()).orElseThrow().state()).isEqualTo(CaseState.HANDLING);
    }

    @Test
    void twiceReturnedGoesToTheFallbackUntilTheCommanderDecides() {
        var file = raise(Grade.RED);
        var ground = Given.note("不属我处").on("责任清单第 3 条");
        file = act(file, "return", ground, Role.HANDLER);
        assertThat(file.state()).isEqualTo(CaseState.RETURNED);
        var drainage = Given.nothing().to("D-DRAINAGE");
        file = act(file, "redispatch", drainage, Role.DISPATCHER);
        file = act(file, "return", ground, Role.HANDLER);
        assertThat(file.state()).isEqualTo(CaseState.PENDING_HANDLING);
        assertThat(file.holder().organisation()).isEqualTo("D310112");
        var ruling = Given.note("由排水所处置").to("D-DRAINAGE").on("排水条例");
        file = act(file, "arbitrate", ruling, Role.COMMANDER);
        var ruled = file;
        assertThat(ruled.holder().organisation()).isEqualTo("D-DRAINAGE");
        assertThatThrownBy(() -> act(ruled, "return", ground, Role.HANDLER)).hasMessageContaining("casework:ruled");
    }

    @Test
    void whatWasAskedOpensOneCaseHoweverOftenItIsTold() {
        var report = new Report("0506", "积水", "路口积水", POINT, CaseFile.Source.CITIZEN);
        var first = casework.open(report, "R-once");

        assertThat(casework.open(report, "R-once")).isEqualTo(first);
        assertThat(casework.open(report, "R-other").id()).isNotEqualTo(first.id());
        assertThat(first.origin().request()).isEqualTo("R-once");
    }
}
