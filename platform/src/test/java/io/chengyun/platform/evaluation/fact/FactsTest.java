package io.chengyun.platform.evaluation.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.Casework;
import io.chengyun.platform.casework.Course.Effort;
import io.chengyun.platform.casework.Given;
import io.chengyun.platform.casework.appeal.Appeal;
import io.chengyun.platform.casework.appeal.AppealEvent;
import io.chengyun.platform.evaluation.HouseInDecember;
import io.chengyun.platform.evaluation.MadeFacts;
import io.chengyun.platform.evaluation.indicator.Indicators;
import io.chengyun.platform.evaluation.indicator.Period;
import io.chengyun.platform.evaluation.indicator.Question;
import io.chengyun.platform.evaluation.indicator.Sheet.Figure;
import io.chengyun.platform.evaluation.indicator.Subject;
import io.chengyun.platform.intake.Contact;
import io.chengyun.platform.intake.Intake;
import io.chengyun.platform.intake.NewRequest;
import io.chengyun.platform.intake.ServiceRequest;
import io.chengyun.platform.journal.Follower;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.place.Position;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases walked through the real casework, and the figures that come of them. */
@NullUnmarked
class FactsTest extends FactWalk {

    private static final Period DECEMBER = new Period(LocalDate.of(2016, 12, 1), LocalDate.of(2017, 1, 1));

    @Autowired
    Intake intake;

    @Autowired
    Indicators indicators;

    @Autowired
    FactFollower follower;

    @Autowired
    CaseFactStore cases;

    @Autowired
    Journal journal;

    @Autowired
    TransactionTemplate transaction;

    private Figure figure(String code, Subject subject, String of) {
        clock.set(HouseInDecember.NOW);
        var caller = somebody(Role.COMMANDER);
        var sheet = indicators.count(new Question(subject, DECEMBER, of), caller);
        return sheet.lines().get(0).find(code).orElseThrow();
    }

    private void is(String code, long counted, long n) {
        var figure = figure(code, Subject.TOWN, town);
        assertThat(figure.counted()).as(code).isEqualTo(counted);
        assertThat(figure.n()).as(code).isEqualTo(n);
    }

    /** Filed in time, dispatched late, returned, handled, failed inspection, handled again, closed. */
    private void wholeWay() {
        after(5, "accept", Role.ACCEPTOR);
        after(5, "file", Role.ACCEPTOR, standard());
        after(20, "dispatch", Role.DISPATCHER);
        after(5, "return", Role.HANDLER, ground());
        after(5, "redispatch", Role.DISPATCHER, to("D-DRAINAGE"));
        after(5, "sign", Role.HANDLER);
        after(25, "submit", Role.HANDLER, photo(1));
        after(2, "confirm", Role.DISPATCHER);
        after(3, "inspect-fail", Role.INSPECTOR);
        after(5, "redispatch", Role.DISPATCHER, to("D-DRAINAGE"));
        after(1, "sign", Role.HANDLER);
        after(19, "submit", Role.HANDLER, photo(2));
        after(2, "confirm", Role.DISPATCHER);
        after(40, "inspect-pass", Role.INSPECTOR);
        after(3, "close", Role.ACCEPTOR);
    }

    @Test
    void wholeLifeOfACaseShowsInTheFigures() {
        wholeWay();
        is("reported", 1, 1);
        is("filing", 1, 1);
        is("filing_in_time", 1, 1);
        is("dispatch_in_time", 2, 3);
        is("dispatch_right", 2, 3);
        is("returned", 1, 3);
        is("handling", 2, 2);
        is("handling_in_time", 2, 2);
        is("rework", 1, 2);
        is("inspection_in_time", 1, 2);
        is("inspection", 1, 2);
        is("closing", 1, 1);
        is("closing_in_time", 1, 1);
        is("overdue_raw", 0, 1);
        assertThat(figure("handling_mean", Subject.DEPARTMENT, "D-DRAINAGE").value())
                .isCloseTo(25.0 / 60, within(1e-9));
        assertThat(figure("inspection", Subject.PERSON, "inspector").n()).isEqualTo(2);
        assertThat(figure("dispatch_in_time", Subject.POST, "DISPATCHER").n()).isEqualTo(3);
    }

    @Test
    void firstContactAndEffortShowInTheFigures() {
        var request = intake.receive(new NewRequest(
                ServiceRequest.Channel.OPEN311,
                null,
                new ServiceRequest.Asked("0506", "路口积水", Map.of(), null),
                new Position(121.41, 31.08),
                null,
                new Contact(null, null, "13800001234", null, null, null)));
        house.settle();
        id = casework.list(Casework.Query.all()).stream()
                .filter(file -> request.id().equals(file.origin().request()))
                .findFirst()
                .orElseThrow()
                .id();
        after(5, "accept", Role.ACCEPTOR);
        after(5, "file", Role.ACCEPTOR, standard());
        after(5, "dispatch", Role.DISPATCHER);
        is("contact", 0, 1);
        clock.set(NINE.plus(Duration.ofMinutes(30)));
        after(5, "contact", Role.HANDLER);
        is("contact", 1, 1);
        clock.set(NINE.plus(Duration.ofMinutes(40)));
        after(5, "sign", Role.HANDLER);
        after(5, "submit", Role.HANDLER, photo(4).spending(new Effort(3.0, 12.0)));
        after(2, "send-back-work", Role.DISPATCHER);
        after(5, "submit", Role.HANDLER, photo(5).spending(new Effort(1.0, null)));
        after(2, "confirm", Role.DISPATCHER);
        after(5, "inspect-pass", Role.INSPECTOR);
        assertThat(figure("crew_hours", Subject.TOWN, town).n()).isZero();
        clock.set(NINE.plus(Duration.ofMinutes(90)));
        after(3, "close", Role.ACCEPTOR);
        assertThat(figure("crew_hours", Subject.TOWN, town).value()).isEqualTo(4.0);
        assertThat(figure("kilometres", Subject.TOWN, town)).isEqualTo(new Figure("kilometres", 1, 1, 12.0));
    }

    @Test
    void caseThatComesBackAtOnePlaceMakesAGroup() {
        wholeWay();
        is("recurrence", 0, 0);
        clock.set(NINE.plus(Duration.ofDays(2)));
        report();
        is("recurrence", 0, 0); // not filed yet
        clock.set(NINE.plus(Duration.ofDays(2)));
        after(5, "accept", Role.ACCEPTOR);
        after(5, "file", Role.ACCEPTOR, standard());
        is("recurrence", 0, 1);
    }

    @Test
    void heardAgainChangesNothingAndFromTheStartMakesTheSame() {
        wholeWay();
        var before = rows();
        hearAgain();
        assertThat(rows()).isEqualTo(before);
        new MadeFacts(jdbc).clear();
        hearAgain();
        assertThat(rows()).isEqualTo(before);
    }

    /** As when another instance's follower was faster. */
    @Test
    void whatStandsLaterIsNotOverwritten() {
        after(5, "accept", Role.ACCEPTOR);
        var before = rows();
        var standing = transaction.execute(status -> cases.lock(Set.of(id)).get(id));
        var older = new HashMap<>(standing.columns());
        older.put("state", "REPORTED");
        assertThat(cases.save(List.of(new Standing(older)))).isEmpty();
        assertThat(rows()).isEqualTo(before);
        older.put("number", standing.number() + 1);
        assertThat(cases.save(List.of(new Standing(older)))).containsExactly(id);
        assertThat(rows()).isNotEqualTo(before);
    }

    /** All together, as after a long sleep. */
    private void hearAgain() {
        transaction.executeWithoutResult(together -> follower.onAll(Stream.of(id, "a-1")
                .flatMap(subject -> journal.listAbout(subject).stream())
                .filter(entry -> follower.heeds(entry.event()))
                .map(entry -> new Follower.Heard<>(entry.number(), entry.event()))
                .toList()));
    }

    private List<List<Map<String, Object>>> rows() {
        return List.of(
                jdbc.sql("SELECT * FROM evaluation.case_fact").query().listOfRows(),
                jdbc.sql("SELECT * FROM evaluation.act_fact ORDER BY number")
                        .query()
                        .listOfRows());
    }

    @Test
    void suspendedTimeDoesNotCountAndTheCaseIsNotDueMeanwhile() {
        after(5, "accept", Role.ACCEPTOR);
        after(5, "file", Role.ACCEPTOR, standard());
        after(5, "dispatch", Role.DISPATCHER);
        after(5, "sign", Role.HANDLER);
        var until = clock.instant().plus(Duration.ofDays(1));
        after(5, "suspend", Role.HANDLER, Given.note("待汛期过后").until(until));
        after(5, "grant", Role.DISPATCHER);
        is("closing", 0, 0);
        is("handling", 0, 0);
        clock.set(NINE.plus(Duration.ofMinutes(30 + 60)));
        after(0, "resume", Role.DISPATCHER);
        after(15, "submit", Role.HANDLER, photo(3));
        assertThat(figure("handling_mean", Subject.TOWN, town).value()).isEqualTo(0.5);
        is("handling_in_time", 1, 1);
    }

    @Test
    void acceptorsTimeStandsStillWhileVerificationIsAsked() {
        after(10, "request-verification", Role.ACCEPTOR);
        after(20, "verify", Role.INSPECTOR);
        after(4, "file", Role.ACCEPTOR, standard());
        is("filing_in_time", 1, 1);
        is("verification_in_time", 1, 1);
        assertThat(figure("turns", Subject.PERSON, "acceptor").n()).isEqualTo(1);
    }

    @Test
    void whatIsNotFiledIsNeverDue() {
        after(5, "reject", Role.ACCEPTOR);
        is("filing", 0, 1);
        is("filing_in_time", 1, 1);
        is("closing", 0, 0);
    }

    @Test
    void closedByForceWhileLateCountsAsNotHandled() {
        after(5, "accept", Role.ACCEPTOR);
        after(5, "file", Role.ACCEPTOR, standard());
        after(5, "dispatch", Role.DISPATCHER);
        after(600, "force-close", Role.COMMANDER, ground());
        is("handling", 0, 1);
        is("forced", 1, 1);
        is("closing_in_time", 0, 1);
        is("overdue", 1, 1);
    }

    @Test
    void whatAReporterSaidStaysWhenTheCaseIsOpenedAgain() {
        wholeWay();
        after(60, "call-back", Role.ACCEPTOR, Given.note("电话回访").answering(new Given.Answer(false, null)));
        is("resolved", 0, 1);
        is("satisfied", 0, 0);
        clock.set(NINE.plus(Duration.ofHours(5)));
        after(5, "reopen", Role.ACCEPTOR);
        is("resolved", 0, 1);
        is("closing", 0, 1);
    }

    @Test
    void mergedCaseIsADuplicateAndNotDue() {
        var first = id;
        report();
        var into = new Given.Named(null, null, null, null, first);
        after(5, "merge", Role.ACCEPTOR, Given.nothing().naming(into));
        is("duplicates", 1, 0);
        assertThat(figure("duplicates", Subject.TOWN, town).value()).isNull();
        is("filing_in_time", 0, 1); // the other one's turn, still open
        is("closing", 0, 0);
    }

    @Test
    void grantedAppealLeavesTheOverdueFigureAndStaysInTheRawOne() {
        after(5, "accept", Role.ACCEPTOR);
        after(5, "file", Role.ACCEPTOR, standard());
        after(5, "dispatch", Role.DISPATCHER);
        after(600, "force-close", Role.COMMANDER, ground());
        is("overdue", 1, 1);
        var plea = new Appeal.Plea("D-DRAINAGE", "handler", "台风停工", "办法第 9 条", clock.instant());
        var appeal = new Appeal("a-1", id, plea, List.of(), Appeal.Outcome.GRANTED);
        transaction.executeWithoutResult(status -> journal.append(new AppealEvent.Granted(appeal, clock.instant())));
        house.settle();
        is("overdue", 0, 1);
        is("overdue_raw", 1, 1);

        new MadeFacts(jdbc).clear();
        hearAgain();
        is("overdue", 0, 1);
    }
}
