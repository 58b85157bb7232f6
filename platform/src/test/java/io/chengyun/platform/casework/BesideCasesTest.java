package io.chengyun.platform.casework;

import static io.chengyun.platform.casework.People.CHENG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Malformed;
import io.chengyun.platform.SetClock;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.Casework.Report;
import io.chengyun.platform.casework.appeal.Appeal;
import io.chengyun.platform.casework.appeal.Appeals;
import io.chengyun.platform.casework.project.Projects;
import io.chengyun.platform.casework.supervision.Supervision;
import io.chengyun.platform.casework.supervision.Supervision.Ground;
import io.chengyun.platform.casework.supervision.Supervision.Status;
import io.chengyun.platform.casework.supervision.Supervisions;
import io.chengyun.platform.casework.whistle.Whistle.Call;
import io.chengyun.platform.casework.whistle.Whistles;
import io.chengyun.platform.dispatch.Dispatch;
import io.chengyun.platform.dispatch.Dispatch.ReturnFigure;
import io.chengyun.platform.dispatch.correction.Correction;
import io.chengyun.platform.dispatch.correction.Correction.Row;
import io.chengyun.platform.dispatch.correction.Corrections;
import io.chengyun.platform.journal.Entry;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.journal.Journal;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.postgres.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** What goes on beside a case without moving it: supervision, appeals, calls of a grid, projects, control areas. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TiesTest.Time.class)
@NullUnmarked
class BesideCasesTest {

    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");
    private static final Position POINT = new Position(121.41, 31.08);
    private static final Caller COMMANDER = People.of(Role.COMMANDER);

    @Autowired
    Casework casework;

    @Autowired
    Supervisions supervisions;

    @Autowired
    Appeals appeals;

    @Autowired
    Whistles whistles;

    @Autowired
    Projects projects;

    @Autowired
    Corrections corrections;

    @Autowired
    Dispatch dispatch;

    @Autowired
    Journal journal;

    @Autowired
    House house;

    @Autowired
    SetClock clock;

    @BeforeEach
    void morning() {
        clock.set(NINE);
    }

    private CaseFile report() {
        return casework.report(new Report("0506", "路口积水", "", POINT, CaseFile.Source.PATROL), CHENG);
    }

    private CaseFile act(CaseFile file, String action, Given given, Role role) {
        return casework.act(file.id(), action, given, People.of(role));
    }

    private CaseFile dispatched() {
        var file = act(report(), "accept", Given.nothing(), Role.ACCEPTOR);
        file = act(file, "file", Given.standard("0506-1"), Role.ACCEPTOR);
        return act(file, "dispatch", Given.nothing(), Role.DISPATCHER);
    }

    private List<String> told(String subject) {
        house.settle();
        return journal.listAbout(subject).stream().map(Entry::type).toList();
    }

    private static void refused(ThrowingCallable what, String code) {
        assertThatThrownBy(what).hasMessageContaining(code);
    }

    private Supervision ask(CaseFile file) {
        return supervisions.order(file.id(), Ground.LEADER, "请说明进展", NINE.plus(Duration.ofHours(2)), COMMANDER);
    }

    @Test
    void whatIsAskedIsAnsweredByTheHolderAndTheCaseStaysWhereItIs() {
        var file = dispatched();
        var asked = ask(file);
        refused(() -> ask(file), "casework:supervision-asked-already");
        refused(() -> supervisions.reply(asked.id(), "好", stranger(Role.HANDLER)), "casework:supervision-not-yours");
        var answered = supervisions.reply(asked.id(), "泵车已到场", People.of(Role.HANDLER));
        assertThat(answered.status()).isEqualTo(Status.REPLIED);
        refused(() -> supervisions.reply(asked.id(), "再答", People.of(Role.HANDLER)), "casework:supervision-answered");
        assertThat(casework.find(file.id())).contains(file);
        assertThat(told(asked.id())).containsExactly("supervision.Ordered", "supervision.Replied");
    }

    @Test
    void anAnswerThatDoesNotComeIsToldOnceAndStillAwaited() {
        var asked = ask(dispatched());
        clock.set(NINE.plus(Duration.ofHours(2)));
        supervisions.fireDue();
        assertThat(told(asked.id())).containsExactly("supervision.Ordered");
        clock.set(NINE.plus(Duration.ofHours(2)).plusMillis(1));
        supervisions.fireDue();
        supervisions.fireDue();
        assertThat(told(asked.id())).containsExactly("supervision.Ordered", "supervision.Overran");
        assertThat(supervisions.reply(asked.id(), "迟复", People.of(Role.HANDLER)).status())
                .isEqualTo(Status.REPLIED);
    }

    @Test
    void onlyTheCommanderAsksAndTakesBackAndOnlyAboutWhatIsOpen() {
        var file = dispatched();
        refused(
                () -> supervisions.order(file.id(), Ground.KEY, "x", NINE.plusSeconds(60), People.of(Role.DISPATCHER)),
                "casework:supervision-not-your-role");
        assertThatThrownBy(() -> supervisions.order(file.id(), Ground.KEY, "x", NINE, COMMANDER))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("replyBy");
        var asked = ask(file);
        assertThat(supervisions.lift(asked.id(), COMMANDER).status()).isEqualTo(Status.LIFTED);
        casework.act(file.id(), "force-close", Given.note("另案处理").on("办法第 9 条"), COMMANDER);
        refused(() -> ask(file), "casework:supervision-case-ended");
    }

    /** Somebody of another department. */
    private static Caller stranger(Role role) {
        return new Caller("stranger-" + role, "x", "x", Set.of(role), "D-PARKS", null);
    }

    private CaseFile closedLate() {
        var file = dispatched();
        clock.set(NINE.plus(Duration.ofDays(2)));
        house.settle();
        file = act(file, "sign", Given.nothing(), Role.HANDLER);
        var photo = casework.attach(
                file.id(), Images.png(file.id().hashCode()), POINT, clock.instant(), People.of(Role.HANDLER));
        file = act(file, "submit", Given.note("已排水").showing(List.of(photo)), Role.HANDLER);
        file = act(file, "confirm", Given.nothing(), Role.DISPATCHER);
        file = casework.act(file.id(), "inspect-pass", Given.nothing(), inspector());
        return act(file, "close", Given.nothing(), Role.ACCEPTOR);
    }

    private static Caller inspector() {
        return new Caller("inspector-2", "x", "x", Set.of(Role.INSPECTOR), "T310112101", null);
    }

    private Appeal review(Appeal appeal, boolean granted, Caller by) {
        return appeals.review(appeal.id(), granted, "已核", by);
    }

    private static Caller reviewer(String id, String organisation) {
        return new Caller(id, "x", "x", Set.of(Role.COMMANDER), organisation, null);
    }

    @Test
    void twoReviewersGrantAnAppealAndTheRawFactStays() {
        var file = closedLate();
        assertThat(file.overran(clock.instant())).isTrue();
        var appeal = appeals.lodge(file.id(), "台风期间道路封闭", "考核办法第 5 条", People.of(Role.HANDLER));
        refused(() -> appeals.lodge(file.id(), "再诉", "同上", People.of(Role.HANDLER)), "casework:appeal-appealed-before");
        assertThat(appeals.listOpen(COMMANDER)).contains(appeal);
        var first = reviewer("r-1", "D310112");
        assertThat(review(appeal, true, first).outcome()).isEqualTo(Appeal.Outcome.OPEN);
        refused(() -> review(appeal, true, first), "casework:appeal-own-matter");
        refused(
                () -> review(appeal, true, reviewer("r-2", appeal.plea().organisation())),
                "casework:appeal-own-matter");
        assertThat(review(appeal, true, reviewer("r-3", "T310112102")).outcome())
                .isEqualTo(Appeal.Outcome.GRANTED);
        refused(() -> review(appeal, false, reviewer("r-4", "T310112103")), "casework:appeal-decided");
        assertThat(casework.find(file.id()).orElseThrow().overran(clock.instant()))
                .isTrue();
        assertThat(told(appeal.id())).containsExactly("appeal.Lodged", "appeal.Reviewed", "appeal.Granted");
    }

    @Test
    void oneReviewerWhoDoesNotAgreeRefusesIt() {
        var appeal = appeals.lodge(closedLate().id(), "封路", "第 5 条", People.of(Role.HANDLER));
        assertThat(review(appeal, false, reviewer("r-1", "D310112")).outcome()).isEqualTo(Appeal.Outcome.REFUSED);
        refused(() -> review(appeal, true, reviewer("r-3", "T310112102")), "casework:appeal-decided");
    }

    @Test
    void anAppealComesAfterClosingFromWhoHandledItAndOnlyOfWhatWasLate() {
        var open = act(dispatched(), "sign", Given.nothing(), Role.HANDLER);
        refused(() -> appeals.lodge(open.id(), "x", "y", People.of(Role.HANDLER)), "casework:appeal-not-yours");
        var ended = casework.act(open.id(), "force-close", Given.note("转出").on("第 9 条"), COMMANDER);
        refused(() -> appeals.lodge(ended.id(), "x", "y", People.of(Role.HANDLER)), "casework:appeal-not-overdue");
        refused(() -> appeals.lodge(ended.id(), "x", "y", stranger(Role.HANDLER)), "casework:appeal-not-yours");
        refused(() -> appeals.lodge(ended.id(), "x", "y", People.of(Role.DISPATCHER)), "casework:appeal-not-yours");
    }

    @Test
    void whoComesIsWrittenDownAndWhoDoesNotIsToldOnce() {
        var file = dispatched();
        var called = List.of("D-DRAINAGE", "D-ROADS");
        var whistle = whistles.blow(file.id(), called, "请到场会商", NINE.plus(Duration.ofMinutes(30)), CHENG);
        refused(() -> whistles.arrive(whistle.id(), "D-PARKS", CHENG), "casework:whistle-not-called");
        whistles.arrive(whistle.id(), "D-DRAINAGE", CHENG);
        refused(() -> whistles.arrive(whistle.id(), "D-DRAINAGE", CHENG), "casework:whistle-here-already");
        clock.set(NINE.plus(Duration.ofMinutes(31)));
        whistles.fireDue();
        whistles.fireDue();
        assertThat(told(whistle.id())).containsExactly("whistle.Blown", "whistle.Arrived", "whistle.Missed");
        var late = whistles.arrive(whistle.id(), "D-ROADS", CHENG);
        assertThat(late.calls()).extracting(Call::missedAt).containsExactly(null, clock.instant());
        whistles.end(whistle.id(), CHENG);
        refused(() -> whistles.end(whistle.id(), CHENG), "casework:whistle-ended");
    }

    @Test
    void aCallNamesOrganisationsThatExistAndATimeThatComes() {
        var file = dispatched();
        var later = NINE.plusSeconds(600);
        refused(
                () -> whistles.blow(file.id(), List.of("D-NONE"), "x", later, CHENG),
                "casework:whistle-no-such-organisation");
        refused(
                () -> whistles.blow(file.id(), List.of("D-ROADS"), "x", later, People.of(Role.HANDLER)),
                "casework:whistle-not-your-role");
        assertThatThrownBy(() -> whistles.blow(file.id(), List.of("D-ROADS"), "x", NINE, CHENG))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("arriveBy");
    }

    @Test
    void casesOfOneCauseBelongToOneProject() {
        var first = report();
        var second = report();
        var ids = List.of(first.id(), second.id());
        var project = projects.open("泵站改造", "泵站能力不足", "D-DRAINAGE", ids, COMMANDER);
        assertThat(projects.findOf(second.id(), COMMANDER)).contains(project);
        refused(
                () -> projects.open("另一项目", "x", "D-DRAINAGE", List.of(first.id()), COMMANDER),
                "casework:project-linked-elsewhere");
        assertThat(projects.list(COMMANDER))
                .extracting(one -> one.plan().title())
                .doesNotContain("另一项目");
        projects.unlink(project.id(), first.id(), COMMANDER);
        refused(() -> projects.unlink(project.id(), first.id(), COMMANDER), "casework:project-not-linked");
        assertThat(projects.finish(project.id(), "改造完成", COMMANDER).cases()).containsExactly(second.id());
        refused(() -> projects.link(project.id(), List.of(first.id()), COMMANDER), "casework:project-finished");
        assertThat(told(project.id()))
                .containsExactly("project.Opened", "project.Linked", "project.Unlinked", "project.Finished");
    }

    @Test
    void anotherTownsProjectIsAbsent() {
        var project = projects.open("改造", "x", "D-DRAINAGE", List.of(report().id()), COMMANDER);
        var bound = People.of(Role.COMMANDER, People.TOWN);
        refused(() -> projects.finish(project.id(), "x", bound), "casework:project-absent");
        assertThat(projects.list(bound)).doesNotContain(project);
    }

    private static final Caller DISPATCHER = People.of(Role.DISPATCHER);

    private Correction propose(CaseFile file, LocalDate from) {
        var town = file.matter().spot().town();
        return corrections.propose(new Row("0506", town, "D-ROADS", from), "两次退回都转到道路", DISPATCHER);
    }

    @Test
    void aSignedCorrectionGoesBeforeTheDutyListFromItsDayOn() {
        var before = dispatched();
        var asked = propose(before, LocalDate.of(2026, 11, 24));
        assertThat(dispatched().holder()).isEqualTo(before.holder());
        var own = new Caller(DISPATCHER.id(), "x", "x", Set.of(Role.COMMANDER), "D310112", null);
        refused(() -> corrections.sign(asked.id(), true, "同意", own), "dispatch:correction-own-proposal");
        refused(() -> corrections.sign(asked.id(), true, "同意", DISPATCHER), "dispatch:correction-not-your-role");
        corrections.sign(asked.id(), true, "同意", COMMANDER);
        refused(() -> corrections.sign(asked.id(), false, "反悔", COMMANDER), "dispatch:correction-decided");
        assertThat(dispatched().holder()).isEqualTo(before.holder());
        clock.set(NINE.plus(Duration.ofDays(1)));
        var next = dispatched();
        assertThat(next.holder().organisation()).isEqualTo("D-ROADS");
        assertThat(dispatch.list(next.id()).get(0).assignment().basis().correction())
                .isEqualTo(asked.id());
        assertThat(told(asked.id())).containsExactly("correction.Proposed", "correction.Signed");

        clock.set(NINE.plus(Duration.ofDays(2)));
        assertThat(dispatched().holder().organisation()).isEqualTo("D-ROADS");
        var town = next.matter().spot().town();
        var newer = corrections.propose(
                new Row("0506", town, "D-GREENING", LocalDate.of(2026, 11, 25)), "道路也退回", DISPATCHER);
        corrections.sign(newer.id(), true, "同意", COMMANDER);
        assertThat(dispatched().holder().organisation()).as("at once").isEqualTo("D-GREENING");
    }

    @Test
    void aCorrectionOfDaysGoneByOrOfNobodyIsRefused() {
        var file = report();
        assertThatThrownBy(() -> propose(file, LocalDate.of(2026, 11, 22)))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("from");
        var nobody = new Row("0506", file.matter().spot().town(), "D-NONE", LocalDate.of(2026, 11, 24));
        refused(() -> corrections.propose(nobody, "x", DISPATCHER), "dispatch:correction-no-such-organisation");
        var nowhere = new Row("0506", new AreaCode("310113101"), "D-ROADS", LocalDate.of(2026, 11, 24));
        refused(() -> corrections.propose(nowhere, "x", DISPATCHER), "dispatch:correction-no-such-area");
    }

    @Test
    void whatComesBackIsCountedForTheRowAndForWhomItWentTo() {
        var file = dispatched();
        var first = file.holder().organisation();
        long before = returned(first);
        file = act(file, "return", Given.note("非我处").on("清单第 3 条"), Role.HANDLER);
        act(file, "redispatch", Given.nothing().to("D-ROADS"), Role.DISPATCHER);
        assertThat(returned(first)).isEqualTo(before + 1);
        assertThat(dispatch.returns())
                .filteredOn(figure -> figure.organisation().equals(first))
                .allSatisfy(figure -> {
                    assertThat(figure.wentTo()).isEqualTo("D-ROADS");
                    assertThat(figure.given()).isGreaterThanOrEqualTo(figure.returned());
                });
    }

    private long returned(String organisation) {
        return dispatch.returns().stream()
                .filter(figure -> figure.organisation().equals(organisation))
                .mapToLong(ReturnFigure::returned)
                .sum();
    }

    @Test
    void whatAControlAreaAllowsIsNotReported() {
        var market = new Position(121.385, 31.112);
        clock.set(Instant.parse("2026-11-23T12:00:00Z"));
        var vendor = new Report("0401", "夜市摊贩", "", market, CaseFile.Source.PATROL);
        refused(() -> casework.report(vendor, CHENG), "casework:controlled");
        clock.set(Instant.parse("2026-11-23T04:00:00Z"));
        assertThat(casework.report(vendor, CHENG).state()).isEqualTo(CaseState.REPORTED);
        clock.set(Instant.parse("2026-11-23T12:00:00Z"));
        var water = new Report("0506", "积水", "", market, CaseFile.Source.PATROL);
        assertThat(casework.report(water, CHENG).state()).isEqualTo(CaseState.REPORTED);
    }

    @Test
    void aCitizenWhoAsksForItIsAnsweredWithThePermit() {
        clock.set(Instant.parse("2026-11-23T12:00:00Z"));
        var vendor = new Report("0401", "夜市摊贩", "", new Position(121.385, 31.112), CaseFile.Source.CITIZEN);
        var file = casework.open(vendor, "R-control");
        assertThat(file.state()).isEqualTo(CaseState.NOT_FILED);
        assertThat(casework.timeline(file).get(1).note()).contains("示例夜市", "许可");
    }
}
