package io.chengyun.platform.casework.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.SetClock;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.CaseFile;
import io.chengyun.platform.casework.CaseState;
import io.chengyun.platform.casework.Casework;
import io.chengyun.platform.casework.Casework.Report;
import io.chengyun.platform.casework.Given;
import io.chengyun.platform.casework.inbox.Bulk.Order;
import io.chengyun.platform.casework.inbox.Bulk.Outcome;
import io.chengyun.platform.casework.inbox.Bulk.Result;
import io.chengyun.platform.casework.inbox.Inbox.Item;
import io.chengyun.platform.casework.inbox.Inbox.Tally;
import io.chengyun.platform.casework.inbox.InboxQuery.Filter;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.postgres.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
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

/** The inbox and bulk actions with a real database. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
@Import(InboxTest.Time.class)
@NullUnmarked
class InboxTest {

    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");
    private static final Position POINT = new Position(121.41, 31.08);
    private static final String DISTRICT = "D310112";

    @TestConfiguration
    static class Time {
        @Bean
        @Primary
        SetClock setClock() {
            return new SetClock(NINE);
        }
    }

    @Autowired
    Inbox inbox;

    @Autowired
    Bulk bulk;

    @Autowired
    Casework casework;

    @Autowired
    House house;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SetClock clock;

    @BeforeEach
    void emptyMorning() {
        clock.set(NINE);
        jdbc.sql("truncate casework.case_file cascade").update();
    }

    private static Caller of(Role role) {
        return new Caller(role.name(), "", "", Set.of(role), DISTRICT, null);
    }

    private static Caller of(Role role, String organisation, @Nullable String town) {
        var area = town == null ? null : new AreaCode(town);
        return new Caller(role.name() + organisation, "", "", Set.of(role), organisation, area);
    }

    private CaseFile report(String title) {
        return casework.report(new Report("0506", title, "", POINT, CaseFile.Source.PATROL), of(Role.INSPECTOR));
    }

    private CaseFile act(CaseFile file, String action, Given given, Role role) {
        return casework.act(file.id(), action, given, of(role));
    }

    private CaseFile dispatched(String title) {
        var file = act(report(title), "accept", Given.nothing(), Role.ACCEPTOR);
        file = act(file, "file", Given.standard("0506-1"), Role.ACCEPTOR);
        return act(file, "dispatch", Given.nothing(), Role.DISPATCHER);
    }

    private List<String> titles(InboxFolder folder, Caller caller) {
        return titles(folder, Filter.none(), caller);
    }

    private List<String> titles(InboxFolder folder, Filter filter, Caller caller) {
        return inbox.list(new InboxQuery(folder, filter, null, 50), caller).items().stream()
                .map(item -> item.card().label().title())
                .toList();
    }

    private int count(InboxFolder folder, Caller caller) {
        return inbox.count(caller).stream()
                .filter(tally -> tally.folder() == folder)
                .map(Tally::count)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void myFolderHoldsWhatIsAssignedToMe() {
        report("无人");
        var mine = act(dispatched("我的"), "sign", Given.nothing(), Role.HANDLER);
        assertThat(mine.holder().person()).isEqualTo("HANDLER");
        assertThat(titles(InboxFolder.MINE, of(Role.HANDLER))).containsExactly("我的");
        assertThat(count(InboxFolder.MINE, of(Role.HANDLER))).isEqualTo(1);
        assertThat(titles(InboxFolder.MINE, of(Role.COMMANDER))).isEmpty();
    }

    @Test
    void unitsFolderHoldsWhatItAndThoseBelowHave() {
        report("在镇");
        var file = dispatched("在站");
        var grid = file.holder().organisation();
        var town = file.matter().spot().town().value();
        assertThat(grid).startsWith("G");
        assertThat(titles(InboxFolder.UNIT, of(Role.HANDLER, grid, town))).containsExactly("在站");
        assertThat(titles(InboxFolder.UNIT, of(Role.HANDLER, "T" + town, town))).containsExactlyInAnyOrder("在镇", "在站");
        assertThat(titles(InboxFolder.UNIT, of(Role.HANDLER, "D-DRAINAGE", null)))
                .isEmpty();
        assertThat(titles(InboxFolder.UNIT, of(Role.COMMANDER))).hasSize(2);
    }

    @Test
    void theMostUrgentStandsFirst() {
        report("早");
        clock.move(Duration.ofMinutes(5));
        report("晚");
        assertThat(titles(InboxFolder.UNIT, of(Role.COMMANDER))).containsExactly("早", "晚");
    }

    @Test
    void aCaseIsSoonDueAndThenOverdueAndThatMomentCounts() {
        var file = report("积水");
        var commander = of(Role.COMMANDER);
        assertThat(titles(InboxFolder.SOON, commander)).containsExactly("积水");
        assertThat(titles(InboxFolder.OVERDUE, commander)).isEmpty();
        clock.set(file.clocks().holder().dueAt());
        assertThat(titles(InboxFolder.OVERDUE, commander)).isEmpty();
        clock.move(Duration.ofMillis(1));
        assertThat(titles(InboxFolder.SOON, commander)).isEmpty();
        assertThat(titles(InboxFolder.OVERDUE, commander)).containsExactly("积水");
        assertThat(count(InboxFolder.OVERDUE, commander)).isEqualTo(1);
    }

    @Test
    void whoOnlyHandlesSeesTheOwnUnitsOverdueCasesAndADeskItsTowns() {
        var file = dispatched("逾期");
        var town = file.matter().spot().town().value();
        clock.move(Duration.ofDays(9));
        var other = of(Role.HANDLER, "D-DRAINAGE", null);
        assertThat(titles(InboxFolder.OVERDUE, other)).isEmpty();
        assertThat(titles(InboxFolder.OVERDUE, of(Role.HANDLER, file.holder().organisation(), town)))
                .hasSize(1);
        assertThat(titles(InboxFolder.OVERDUE, of(Role.ACCEPTOR, "T" + town, town)))
                .hasSize(1);
        assertThat(titles(InboxFolder.OVERDUE, of(Role.ACCEPTOR, "T310112102", "310112102")))
                .isEmpty();
    }

    @Test
    void whatCameBackWaitsInItsFolder() {
        var file = dispatched("不归我");
        dispatched("归我");
        act(file, "return", Given.note("不属我处").on("责任清单"), Role.HANDLER);
        assertThat(titles(InboxFolder.RETURNED, of(Role.DISPATCHER))).containsExactly("不归我");
        assertThat(count(InboxFolder.RETURNED, of(Role.DISPATCHER))).isEqualTo(1);
    }

    @Test
    void watchedCaseStaysInItsFolderEvenWhenItHasEnded() {
        var commander = of(Role.COMMANDER);
        var file = report("要紧");
        inbox.watch(file.id(), commander);
        inbox.watch(file.id(), commander);
        act(file, "reject", Given.note("重复"), Role.ACCEPTOR);
        assertThat(titles(InboxFolder.WATCHED, commander)).containsExactly("要紧");
        assertThat(titles(InboxFolder.WATCHED, of(Role.ACCEPTOR))).isEmpty();
        inbox.unwatch(file.id(), commander);
        assertThat(titles(InboxFolder.WATCHED, commander)).isEmpty();
    }

    @Test
    void anotherTownsCaseCannotBeWatchedAndIsInNoFolder() {
        var file = report("别镇");
        var stranger = of(Role.COMMANDER, "T310112102", "310112102");
        assertThatThrownBy(() -> inbox.watch(file.id(), stranger)).hasMessageContaining("casework:absent");
        jdbc.sql("insert into casework.watched values (?, ?, now())")
                .params(stranger.id(), file.id())
                .update();
        for (var folder : InboxFolder.values()) {
            assertThat(titles(folder, stranger)).as(folder.name()).isEmpty();
            assertThat(count(folder, stranger)).as(folder.name()).isZero();
        }
    }

    @Test
    void pagesShowEachCaseOnceWhateverHappensBetween() {
        IntStream.range(0, 25).forEach(i -> report("第" + i));
        var commander = of(Role.COMMANDER);
        var seen = new ArrayList<String>();
        @Nullable InboxCursor after = null;
        do {
            var page = inbox.list(new InboxQuery(InboxFolder.UNIT, Filter.none(), after, 10), commander);
            page.items().forEach(item -> seen.add(item.card().id()));
            var next = page.next();
            after = next == null ? null : InboxCursor.of(next);
            clock.move(Duration.ofMinutes(1));
            report("后来");
        } while (after != null && seen.size() < 100);
        assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(25);
    }

    @Test
    void filterFindsWhatLiesDeepAndAPageThatFoundNothingSaysWhereToReadOn() {
        var id = report("积水").id();
        IntStream.range(0, 2).forEach(i -> report("积水"));
        report("百分之100%的_井");
        var commander = of(Role.COMMANDER);
        assertThat(titles(InboxFolder.UNIT, text("100%"), commander)).hasSize(1);
        assertThat(titles(InboxFolder.UNIT, text("1%0"), commander)).isEmpty();
        assertThat(titles(InboxFolder.UNIT, text(id), commander)).hasSize(1);
        var reported = new Filter("0506", null, CaseState.REPORTED, CaseFile.Source.PATROL, null, null);
        assertThat(titles(InboxFolder.UNIT, reported, commander)).hasSize(4);
        var other = new Filter(null, "310112102", null, null, null, null);
        assertThat(titles(InboxFolder.UNIT, other, commander)).isEmpty();

        jdbc.sql("""
                insert into casework.case_file (id, state, ended, town, organisation, opened_at, deadline_at, revision, person, title, words)
                select 'x' || n, state, ended, town, organisation, opened_at, deadline_at - interval '1 hour', revision, person, title, words
                from casework.case_file, generate_series(1, 1200) n where id = ?
                """).param(id).update();
        var first = inbox.list(new InboxQuery(InboxFolder.UNIT, text("100%"), null, 10), commander);
        assertThat(first.items()).isEmpty();
        assertThat(first.looked()).isEqualTo(Inbox.LOOKED);
        var second = readOn(first, commander);
        assertThat(second.items()).isEmpty();
        var third = readOn(second, commander);
        assertThat(third.items()).hasSize(1);
        assertThat(third.next()).isNull();
        assertThat(inbox.count(commander)).contains(new Tally(InboxFolder.UNIT, 999, true));
    }

    private Inbox.Page readOn(Inbox.Page page, Caller caller) {
        var from = InboxCursor.of(String.valueOf(page.next()));
        return inbox.list(new InboxQuery(InboxFolder.UNIT, text("100%"), from, 10), caller);
    }

    private static Filter text(String text) {
        return new Filter(null, null, null, null, null, text);
    }

    @Test
    void previewSaysWhatWouldHappenAndChangesNothing() {
        var good = report("可办");
        var done = act(report("已受理"), "accept", Given.nothing(), Role.ACCEPTOR);
        var order = new Order("accept", List.of(good.id(), done.id(), "c-none"), Map.of(), Given.nothing());
        var said = bulk.preview(order, of(Role.ACCEPTOR));

        assertThat(said.stream().map(Outcome::result)).containsExactly(Result.POSSIBLE, Result.REFUSED, Result.REFUSED);
        assertThat(said.get(0).card().standing().state()).isEqualTo(CaseState.PENDING_FILING);
        assertThat(said.get(1).code()).isEqualTo("casework:not-allowed-now");
        assertThat(said.get(1).allowed()).contains("file");
        assertThat(said.get(2).code()).isEqualTo("casework:absent");
        assertThat(casework.find(good.id())).contains(good);
        assertThat(casework.timeline(good)).hasSize(1);
        house.settle();
    }

    @Test
    void oneThatIsRefusedKeepsNoOtherFromBeingDone() {
        var good = report("可办");
        var done = act(report("已受理"), "accept", Given.nothing(), Role.ACCEPTOR);
        var better = report("也可办");
        var order = new Order("accept", List.of(good.id(), done.id(), better.id()), Map.of(), Given.nothing());
        assertThat(bulk.act(order, of(Role.ACCEPTOR)).stream().map(Outcome::result))
                .containsExactly(Result.DONE, Result.REFUSED, Result.DONE);
        assertThat(casework.find(better.id()).orElseThrow().state()).isEqualTo(CaseState.PENDING_FILING);
    }

    @Test
    void whatTheActionNeedsIsAskedForEachAndAVersionThatPassedIsRefused() {
        var file = report("可办");
        var wanting = new Order("reject", List.of(file.id()), Map.of(), Given.nothing());
        assertThat(bulk.preview(wanting, of(Role.ACCEPTOR)).get(0).code()).isEqualTo("kernel:malformed");
        act(file, "accept", Given.nothing(), Role.ACCEPTOR);
        var late = new Order("void", List.of(file.id()), Map.of(file.id(), 1L), Given.note("重复"));
        assertThat(bulk.act(late, of(Role.ACCEPTOR)).get(0).code()).isEqualTo("casework:changed-meanwhile");
    }

    @Test
    void ofTwoBulkActionsAtOnceEachCaseIsTakenByOne() throws Exception {
        var ids = IntStream.range(0, 20).mapToObj(i -> report("第" + i).id()).toList();
        var order = new Order("accept", ids, Map.of(), Given.nothing());
        Callable<Long> act = () -> bulk.act(order, of(Role.ACCEPTOR)).stream()
                .filter(outcome -> outcome.result() == Result.DONE)
                .count();
        var pool = Executors.newFixedThreadPool(2);
        long done = 0;
        for (var answer : pool.invokeAll(List.of(act, act))) {
            done += answer.get();
        }
        pool.shutdown();
        assertThat(done).isEqualTo(ids.size());
    }

    @Test
    void twoHundredCasesAreTheMostAtOnceAndNoneIsTooFew() {
        var many = IntStream.range(0, 201).mapToObj(i -> "c-" + i).toList();
        assertThatThrownBy(() -> new Order("accept", many, Map.of(), Given.nothing()))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Order("accept", List.of(), Map.of(), Given.nothing()))
                .isInstanceOf(Malformed.class);
        assertThat(new Order("accept", many.subList(0, 200), Map.of(), Given.nothing()).ids())
                .hasSize(200);
    }

    @Test
    void nobodyWatchesMoreThanTheDistrictAllows() {
        var commander = of(Role.COMMANDER);
        var file = report("又一件");
        jdbc.sql("""
                insert into casework.case_file (id, state, ended, town, organisation, opened_at, revision, words)
                select 'y' || n, state, ended, town, organisation, opened_at, revision, words
                from casework.case_file, generate_series(1, 500) n
                """).update();
        jdbc.sql("insert into casework.watched select ?, id, now() from casework.case_file where id like 'y%'")
                .param(commander.id())
                .update();
        assertThatThrownBy(() -> inbox.watch(file.id(), commander))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal()).isEqualTo(InboxRefusal.WATCHES_ENOUGH));
        List<Item> first = inbox.list(new InboxQuery(InboxFolder.WATCHED, Filter.none(), null, 10), commander)
                .items();
        assertThat(first).hasSize(10).allMatch(Item::watched);
    }
}
