package io.chengyun.platform.casework;

import static io.chengyun.platform.casework.People.CHENG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.platform.SetClock;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.Casework.Line;
import io.chengyun.platform.casework.Casework.Query;
import io.chengyun.platform.casework.Casework.Report;
import io.chengyun.platform.casework.Given.Named;
import io.chengyun.platform.intake.Contact;
import io.chengyun.platform.intake.Intake;
import io.chengyun.platform.intake.NewRequest;
import io.chengyun.platform.intake.ServiceRequest;
import io.chengyun.platform.intake.ServiceRequest.Asked;
import io.chengyun.platform.intake.ServiceRequest.Channel;
import io.chengyun.platform.intake.ServiceRequest.Part;
import io.chengyun.platform.intake.ServiceRequest.Status;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.postgres.TestDatabase;
import io.chengyun.platform.scenario.InstalledScenario;
import io.chengyun.platform.scenario.ScenarioEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

/** Cases merged, taken apart and split, with a real database. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TiesTest.Time.class)
class TiesTest {

    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");
    private static final Position POINT = new Position(121.41, 31.08);

    @TestConfiguration
    static class Time {
        @Bean
        @Primary
        SetClock setClock() {
            return new SetClock(NINE);
        }
    }

    @Autowired
    Casework casework;

    @Autowired
    Intake intake;

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

    @BeforeEach
    void morning() {
        clock.set(NINE);
    }

    private CaseFile report() {
        return casework.report(new Report("0506", "路口积水", "", POINT, CaseFile.Source.PATROL), CHENG);
    }

    private CaseFile merge(CaseFile file, CaseFile into) {
        return casework.act(file.id(), "merge", Given.nothing().naming(into(into.id())), People.of(Role.ACCEPTOR));
    }

    private static Named into(String id) {
        return new Named(null, null, null, null, id);
    }

    private CaseFile now(CaseFile file) {
        return casework.find(file.id()).orElseThrow();
    }

    private int asked(CaseFile file) {
        return now(file).course().ties().asked();
    }

    private List<String> types(CaseFile file) {
        return casework.timeline(file).stream().map(Line::type).toList();
    }

    @Test
    void theCaseShowsHowManyAsked() {
        var first = report();
        var second = report();
        var third = report();
        merge(third, second);
        var merged = merge(second, first);
        assertThat(merged.state()).isEqualTo(CaseState.MERGED);
        assertThat(merged.course().ties().mergedInto()).isEqualTo(first.id());
        assertThat(merged.clocks().business().runs()).isFalse();
        assertThat(asked(first)).isEqualTo(3);
        assertThat(types(first)).containsExactly("casework.Reported", "casework.Joined");
    }

    @Test
    void whatIsTakenApartCountsNoMoreAllTheWayUp() {
        var first = report();
        var second = report();
        var third = report();
        merge(third, second);
        merge(second, first);
        var apart = casework.act(third.id(), "reopen", Given.note("another matter"), People.of(Role.ACCEPTOR));
        assertThat(apart.state()).isEqualTo(CaseState.PENDING_FILING);
        assertThat(apart.course().ties().mergedInto()).isNull();
        assertThat(asked(second)).isEqualTo(1);
        assertThat(asked(first)).isEqualTo(2);
        assertThat(types(first)).endsWith("casework.Parted");
    }

    @Test
    void aCycleIsRefusedAndNothingChanges() {
        var first = report();
        var second = report();
        assertThatThrownBy(() -> merge(first, first)).hasMessageContaining("casework:merged-itself");
        merge(second, first);
        assertThatThrownBy(() -> merge(first, second)).hasMessageContaining("casework:merged-itself");
        assertThat(now(first).state()).isEqualTo(CaseState.REPORTED);
        assertThat(asked(second)).isEqualTo(1);
        assertThat(types(first)).containsExactly("casework.Reported", "casework.Joined");
    }

    @Test
    void whatEndedOrIsNotThereIsNoTarget() {
        var first = report();
        var ended = report();
        casework.act(ended.id(), "reject", Given.note("nothing there"), People.of(Role.ACCEPTOR));
        assertThatThrownBy(() -> merge(first, ended)).hasMessageContaining("casework:target-ended");
        var nowhere = Given.nothing().naming(into("c-none"));
        assertThatThrownBy(() -> casework.act(first.id(), "merge", nowhere, People.of(Role.ACCEPTOR)))
                .hasMessageContaining("casework:no-such-target");
    }

    @Test
    void anotherTownsCaseIsNoTarget() {
        var mine = report();
        var town = mine.matter().spot().town().value();
        var elsewhere = casework.list(Query.all()).stream()
                .filter(file -> !file.matter().spot().town().value().equals(town))
                .findFirst()
                .orElseGet(() -> casework.report(
                        new Report("0506", "积水", "", new Position(121.37, 31.16), CaseFile.Source.PATROL), CHENG));
        assertThat(elsewhere.matter().spot().town().value()).isNotEqualTo(town);
        var bound = People.of(Role.ACCEPTOR, town);
        assertThatThrownBy(
                        () -> casework.act(mine.id(), "merge", Given.nothing().naming(into(elsewhere.id())), bound))
                .hasMessageContaining("casework:no-such-target");
    }

    @Test
    void twoThatAreMergedIntoEachOtherAtOnceLeaveOneOpen() throws Exception {
        var first = report();
        var second = report();
        var pool = Executors.newFixedThreadPool(2);
        List<Callable<CaseFile>> both = List.of(() -> merge(first, second), () -> merge(second, first));
        var answers = pool.invokeAll(both);
        pool.shutdown();
        assertThat(answers).filteredOn(TiesTest::succeeded).hasSize(1);
        assertThat(List.of(now(first).state(), now(second).state()))
                .containsExactlyInAnyOrder(CaseState.MERGED, CaseState.REPORTED);
    }

    private static boolean succeeded(Future<CaseFile> answer) {
        try {
            return answer.get() != null;
        } catch (ExecutionException no) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private ServiceRequest ask(String phone, Position where) {
        var request = intake.receive(new NewRequest(
                Channel.HOTLINE,
                null,
                new Asked("0506", "门口积水", Map.of(), null),
                where,
                null,
                new Contact(null, null, phone, null, null, null)));
        house.settle();
        return intake.get(request.id());
    }

    @Test
    void whoseCaseWasMergedStillHears() {
        var one = ask("13800001234", POINT);
        var other = ask("13900004321", new Position(121.42, 31.085));
        var first = casework.find(String.valueOf(one.progress().caseId())).orElseThrow();
        casework.merge(String.valueOf(other.progress().caseId()), first.id(), "同一处积水");
        casework.act(first.id(), "accept", Given.nothing(), People.of(Role.ACCEPTOR));
        house.settle();
        var progress = intake.get(other.id()).progress();
        assertThat(progress.caseId()).isEqualTo(first.id());
        assertThat(progress.step()).isEqualTo("PENDING_FILING");
        casework.act(first.id(), "void", Given.note("已自行退水"), People.of(Role.ACCEPTOR));
        house.settle();
        assertThat(intake.get(other.id()).progress().status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void aSecondMatterBecomesACaseOfItsOwnWithoutLosingTime() {
        var whole = report();
        casework.act(whole.id(), "accept", Given.nothing(), People.of(Role.ACCEPTOR));
        clock.set(NINE.plus(Duration.ofMinutes(5)));
        var given = Given.note("井盖破损").naming(new Named(null, null, null, "P0101", null));
        casework.act(whole.id(), "split", given, People.of(Role.ACCEPTOR));
        var part = casework.list(Query.all()).stream()
                .filter(file -> whole.id().equals(file.course().ties().splitFrom()))
                .findFirst()
                .orElseThrow();
        assertThat(part.matter().caseClass()).isEqualTo("P0101");
        assertThat(part.matter().title()).isEqualTo("井盖破损");
        assertThat(part.clocks().business().startedAt()).isEqualTo(NINE);
        assertThat(types(whole)).endsWith("casework.Split");
    }

    private CaseFile split(String whole, String caseClass) {
        var given = Given.note("另一事项").naming(new Named(null, null, null, caseClass, null));
        casework.act(whole, "split", given, People.of(Role.ACCEPTOR));
        return casework.list(Query.all()).stream()
                .filter(file -> whole.equals(file.course().ties().splitFrom())
                        && file.matter().caseClass().equals(caseClass))
                .findFirst()
                .orElseThrow();
    }

    private void reject(CaseFile part) {
        casework.act(part.id(), "reject", Given.note("已处理"), People.of(Role.ACCEPTOR));
        house.settle();
    }

    private String accepted(ServiceRequest request) {
        var id = String.valueOf(request.progress().caseId());
        casework.act(id, "accept", Given.nothing(), People.of(Role.ACCEPTOR));
        house.settle();
        return id;
    }

    private Status status(ServiceRequest request) {
        return intake.get(request.id()).progress().status();
    }

    @Test
    void whoAskedHearsOfEveryPartUntilAllAreClosed() {
        var request = ask("13800005555", new Position(121.43, 31.09));
        var whole = accepted(request);
        var part = split(whole, "P0101");
        house.settle();
        var heard = intake.get(request.id()).progress();
        assertThat(heard.caseId()).isEqualTo(whole);
        assertThat(heard.part()).isEqualTo(new Part(part.id(), "P0101"));

        casework.act(whole, "void", Given.note("积水已退"), People.of(Role.ACCEPTOR));
        house.settle();
        assertThat(status(request)).isEqualTo(Status.OPEN);
        assertThat(intake.get(request.id()).progress().expectedAt())
                .isEqualTo(now(part).clocks().business().dueAt());

        reject(part);
        assertThat(status(request)).isEqualTo(Status.CLOSED);
        assertThat(intake.listSteps(request.id()))
                .extracting(step -> step.part() == null ? null : step.part().service())
                .contains("P0101", (String) null);

        casework.act(part.id(), "reopen", Given.note("井盖仍缺"), People.of(Role.ACCEPTOR));
        house.settle();
        assertThat(status(request)).isEqualTo(Status.OPEN);
    }

    @Test
    void aPartOfAPartAndAPartThatWasMergedAreWaitedForToo() {
        var request = ask("13800006666", new Position(121.44, 31.095));
        var whole = accepted(request);
        var part = split(whole, "P0101");
        casework.act(part.id(), "accept", Given.nothing(), People.of(Role.ACCEPTOR));
        var second = split(part.id(), "P0102");
        var other = report();
        merge(second, other);
        casework.act(whole, "void", Given.note("积水已退"), People.of(Role.ACCEPTOR));
        casework.act(part.id(), "void", Given.note("井盖完好"), People.of(Role.ACCEPTOR));
        house.settle();
        assertThat(status(request)).isEqualTo(Status.OPEN);

        reject(other);
        assertThat(status(request)).isEqualTo(Status.CLOSED);
    }

    @Test
    void whoJoinedTheWholeHearsOfThePartsAndWhoJoinedAPartOnlyOfThat() {
        var first = ask("13800007777", new Position(121.38, 31.15));
        var whole = accepted(first);
        var part = split(whole, "P0101");
        var joined = ask("13800008888", new Position(121.39, 31.155));
        casework.merge(String.valueOf(joined.progress().caseId()), part.id(), "同一井盖");
        casework.act(whole, "void", Given.note("积水已退"), People.of(Role.ACCEPTOR));
        house.settle();
        assertThat(intake.get(joined.id()).progress().caseId()).isEqualTo(part.id());
        assertThat(intake.get(joined.id()).progress().part()).isNull();
        reject(part);
        assertThat(status(first)).isEqualTo(Status.CLOSED);
        assertThat(status(joined)).isEqualTo(Status.CLOSED);
    }

    @Test
    void whatWasPromisedHoldsForThePartToo() {
        var promised = NINE.plus(Duration.ofDays(3));
        var report = new Report("0506", "积水", "", POINT, CaseFile.Source.CITIZEN, promised, null, true);
        var whole = casework.report(report, People.of(Role.ACCEPTOR));
        casework.act(whole.id(), "accept", Given.nothing(), People.of(Role.ACCEPTOR));
        clock.set(NINE.plus(Duration.ofHours(5)));
        var part = split(whole.id(), "P0101");
        assertThat(part.origin().promisedAt()).isEqualTo(promised);
        assertThat(part.clocks().business().startedAt()).isEqualTo(NINE);
        assertThat(part.clocks().business().dueAt()).isEqualTo(promised);
    }

    /** As if it had been filed while the limit was another. */
    private CaseFile filedByAnotherLimit() {
        var file = report();
        casework.act(file.id(), "accept", Given.nothing(), People.of(Role.ACCEPTOR));
        var filed = casework.act(file.id(), "file", Given.standard("0506-1"), People.of(Role.ACCEPTOR));
        jdbc.sql(
                        "UPDATE journal.words SET payload = jsonb_set(payload::jsonb, '{now,course,standard,limit,amount}', '9') WHERE id = (SELECT words FROM casework.case_file WHERE id = :id)")
                .param("id", file.id())
                .update();
        return filed;
    }

    @Test
    void openCasesCountByANewLimitFromTheSameDay() {
        var filed = filedByAnotherLimit();
        var flood = new InstalledScenario("flood", 9, "积水", "Flood", "x", "0".repeat(64));
        transaction.executeWithoutResult(
                status -> journal.append(new ScenarioEvent.Activated(flood, null, clock.instant())));
        house.settle();
        assertThat(types(filed)).endsWith("casework.Relimited");
        assertThat(now(filed).course().standard()).isEqualTo(filed.course().standard());
    }

    @Test
    void whoeverHasACaseThatWasCountedAnewWaitsForNoOther() {
        var filed = filedByAnotherLimit();
        transaction.executeWithoutResult(status -> {
            casework.relimit(filed.id());
            assertThat(CompletableFuture.supplyAsync(() -> casework.lock(filed.id(), CHENG)))
                    .succeedsWithin(Duration.ofSeconds(10))
                    .isEqualTo(now(filed));
        });
        assertThat(types(filed)).endsWith("casework.Relimited");
    }
}
