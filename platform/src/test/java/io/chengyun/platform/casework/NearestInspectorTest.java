package io.chengyun.platform.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.SetClock;
import io.chengyun.platform.access.Access;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.Casework.Line;
import io.chengyun.platform.casework.Casework.Report;
import io.chengyun.platform.casework.errand.Errand;
import io.chengyun.platform.casework.errand.Errands;
import io.chengyun.platform.casework.evidence.Said;
import io.chengyun.platform.casework.inbox.Inbox;
import io.chengyun.platform.casework.inbox.InboxFolder;
import io.chengyun.platform.casework.inbox.InboxQuery;
import io.chengyun.platform.casework.inbox.InboxQuery.Filter;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.postgres.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
import org.springframework.test.context.TestPropertySource;

/** The nearest inspector on shift gets verification and inspection, with a real database and the sample district's shifts. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
@Import(NearestInspectorTest.Time.class)
@TestPropertySource(
        properties = {
            "chengyun.access.sample-accounts=true",
            "chengyun.access.staff-file=../districts/minhang/staff.csv",
            "chengyun.access.hash-strength=4"
        })
class NearestInspectorTest {

    /** A Monday, an hour into everybody's shift. */
    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");

    private static final Instant MIDNIGHT = Instant.parse("2026-11-23T16:00:00Z");
    /** In the evening of that Monday: the towns' inspectors are on shift until seven, the district's until eight. */
    private static final Instant QUARTER_TO_SEVEN = Instant.parse("2026-11-23T10:45:00Z");

    private static final Instant SEVEN = Instant.parse("2026-11-23T11:00:00Z");
    private static final Instant EIGHT = Instant.parse("2026-11-23T12:00:00Z");
    private static final Position HERE = new Position(121.402904, 31.039388);
    private static final String TOWNS = "inspector-310112103";
    private static final String DISTRICTS = "inspector";

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
    Inbox inbox;

    @Autowired
    Access access;

    @Autowired
    Places places;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Errands errands;

    @Autowired
    CaseTimer timer;

    @Autowired
    SetClock clock;

    private int colour;

    @BeforeEach
    void morning() {
        clock.set(NINE);
        jdbc.sql("DELETE FROM casework.photo").update();
        errands.forgetPlaces();
    }

    private Caller person(String id) {
        return access.find(id).orElseThrow();
    }

    private CaseFile report(Position where) {
        return casework.report(new Report("0506", "路口积水", "", where, CaseFile.Source.PATROL), People.of(Role.ACCEPTOR));
    }

    private CaseFile toVerify() {
        return casework.act(report(HERE).id(), "request-verification", Given.nothing(), People.of(Role.ACCEPTOR));
    }

    private static Errand errand(CaseFile file) {
        return Objects.requireNonNull(file.course().errand());
    }

    private String photo(String file, Position where, Caller by) {
        return casework.attach(file, Images.jpeg(++colour), new Said(where, clock.instant(), null), by);
    }

    /** Of the two on shift in the town whose area's middle is nearer, and the other. */
    private List<String> byAreas() {
        var town = places.centreOf(new AreaCode("310112103")).metresTo(HERE);
        boolean towns = town < places.districtCentre().metresTo(HERE);
        return towns ? List.of(TOWNS, DISTRICTS) : List.of(DISTRICTS, TOWNS);
    }

    private List<String> mine(String person) {
        return inbox.list(new InboxQuery(InboxFolder.MINE, Filter.none(), null, 200), person(person)).items().stream()
                .map(item -> item.card().id())
                .toList();
    }

    @Test
    void whoIsNearestByTheShiftsAreaGetsItAndFindsItAmongTheOwn() {
        var file = toVerify();
        var nearest = byAreas().get(0);
        assertThat(errand(file).person()).isEqualTo(nearest);
        assertThat(errand(file).seenAt()).isNull();
        assertThat(errand(file).onShift()).isEqualTo(2);
        assertThat(file.holder().person()).isEqualTo(nearest);
        assertThat(mine(nearest)).contains(file.id());
        assertThat(mine(byAreas().get(1))).doesNotContain(file.id());
    }

    @Test
    void whereAPhotoWasSentFromGoesBeforeTheAreaUntilItIsOld() {
        var other = byAreas().get(1);
        photo(report(HERE).id(), HERE, person(other));
        clock.move(Duration.ofMinutes(119));
        var file = toVerify();
        assertThat(errand(file).person()).isEqualTo(other);
        assertThat(errand(file).metres()).isZero();
        assertThat(errand(file).seenAt()).isEqualTo(NINE);

        clock.move(Duration.ofMinutes(2));
        assertThat(errand(toVerify()).person()).isEqualTo(byAreas().get(0));
    }

    @Test
    void aPhotoIsKnownToTheNextWhoAsksThoughWhereTheyWereIsRemembered() {
        assertThat(errand(toVerify()).seenAt()).isNull();
        photo(report(HERE).id(), HERE, person(byAreas().get(1)));
        assertThat(errand(toVerify()).person()).isEqualTo(byAreas().get(1));
    }

    @Test
    void whereSomebodyWasIsAskedOnceASecond() {
        toVerify();
        var file = report(HERE).id();
        photo(file, HERE, person(byAreas().get(1)));
        toVerify();
        jdbc.sql("DELETE FROM casework.photo").update();
        assertThat(errand(toVerify()).seenAt()).isEqualTo(NINE);
        clock.move(Duration.ofSeconds(1));
        assertThat(errand(toVerify()).seenAt()).isNull();
    }

    /** A quarter of an hour before the shift of the town's inspector ends, who was seen at the place. */
    private CaseFile toVerifyInTheEvening() {
        clock.set(QUARTER_TO_SEVEN);
        photo(report(HERE).id(), HERE, person(TOWNS));
        var file = toVerify();
        assertThat(errand(file).person()).isEqualTo(TOWNS);
        assertThat(errand(file).until()).isEqualTo(SEVEN);
        return file;
    }

    private CaseFile fireAt(Instant moment, CaseFile file) {
        clock.set(moment);
        timer.fireDue();
        timer.fireDue();
        return casework.find(file.id()).orElseThrow();
    }

    private List<String> relieved(CaseFile file) {
        return casework.timeline(file).stream()
                .filter(line -> line.type().equals("casework.Relieved"))
                .map(Line::note)
                .toList();
    }

    @Test
    void whenTheShiftEndsWhoIsOnShiftThenHasIt() {
        var file = toVerifyInTheEvening();
        assertThat(timer.nextDueAt()).isBeforeOrEqualTo(SEVEN);
        assertThat(relieved(fireAt(SEVEN.minusMillis(1), file))).isEmpty();

        var later = fireAt(SEVEN, file);
        assertThat(relieved(later)).containsExactly(TOWNS + " → " + DISTRICTS);
        assertThat(later.holder().person()).isEqualTo(DISTRICTS);
        assertThat(errand(later).person()).isEqualTo(DISTRICTS);
        assertThat(errand(later).until()).isEqualTo(EIGHT);
        assertThat(mine(DISTRICTS)).contains(file.id());
        assertThat(mine(TOWNS)).doesNotContain(file.id());
        assertThat(later.clocks()).isEqualTo(file.clocks());

        var night = fireAt(EIGHT, file);
        assertThat(relieved(night)).containsExactly(TOWNS + " → " + DISTRICTS, DISTRICTS + " → T310112103");
        assertThat(night.holder()).isEqualTo(new CaseFile.Holder("T310112103", null));
        assertThat(errand(night).onShift()).isZero();
        assertThat(relieved(fireAt(EIGHT.plus(Duration.ofDays(3)), file))).hasSize(2);
    }

    @Test
    void afterAWeekOfDowntimeItIsWithWhoIsOnShiftNow() {
        var file = toVerifyInTheEvening();
        var week = NINE.plus(Duration.ofDays(7));
        var later = fireAt(week, file);
        assertThat(relieved(later)).containsExactly(TOWNS + " → " + byAreas().get(0));
        assertThat(later.holder().person()).isEqualTo(byAreas().get(0));
        assertThat(errand(later).until()).isAfter(week);
    }

    @Test
    void whatWasLookedAtInTimeIsNotGivenAnew() {
        var file = toVerifyInTheEvening();
        casework.act(file.id(), "verify", Given.nothing(), person(TOWNS));
        var later = fireAt(EIGHT, file);
        assertThat(relieved(later)).isEmpty();
        assertThat(later.state()).isEqualTo(CaseState.PENDING_FILING);
    }

    @Test
    void whoWantsItLookedAtIsNotAskedLaterEither() {
        clock.set(QUARTER_TO_SEVEN);
        photo(report(HERE).id(), HERE, person(TOWNS));
        var asker = new Caller(DISTRICTS, "", "", Set.of(Role.ACCEPTOR), "D310112", null);
        var file = casework.act(report(HERE).id(), "request-verification", Given.nothing(), asker);
        assertThat(errand(file).askedBy()).isEqualTo(DISTRICTS);
        var later = fireAt(SEVEN, file);
        assertThat(relieved(later)).containsExactly(TOWNS + " → T310112103");
        assertThat(errand(later).askedBy()).isEqualTo(DISTRICTS);
    }

    @Test
    void atNightThePostOfTheAreaHasIt() {
        clock.set(MIDNIGHT);
        var file = toVerify();
        assertThat(errand(file).person()).isNull();
        assertThat(errand(file).onShift()).isZero();
        assertThat(file.holder()).isEqualTo(new CaseFile.Holder("T310112103", null));
    }

    @Test
    void whatIsAnsweredIsWithTheDeskAgain() {
        var file = toVerify();
        var asked = Objects.requireNonNull(file.holder().person());
        var verified = casework.act(file.id(), "verify", Given.nothing(), person(asked));
        assertThat(verified.state()).isEqualTo(CaseState.PENDING_FILING);
        assertThat(verified.course().errand()).isNull();
        assertThat(verified.holder().person()).isNull();
        assertThat(mine(asked)).doesNotContain(file.id());
    }

    @Test
    void whoReportedItDoesNotVerifyIt() {
        var nearest = person(byAreas().get(0));
        var file = casework.report(new Report("0506", "积水", "", HERE, CaseFile.Source.PATROL), nearest);
        var asked = casework.act(file.id(), "request-verification", Given.nothing(), People.of(Role.ACCEPTOR));
        assertThat(errand(asked).person()).isEqualTo(byAreas().get(1));
        assertThat(errand(asked).onShift()).isOne();
    }

    @Test
    void whoReportedItMayInspectIt() {
        var nearest = person(byAreas().get(0));
        var handler = person("handler-drainage");
        var id = casework.report(new Report("0506", "积水", "", HERE, CaseFile.Source.PATROL), nearest)
                .id();
        casework.act(id, "accept", Given.nothing(), People.of(Role.ACCEPTOR));
        casework.act(id, "file", Given.standard("0506-1"), People.of(Role.ACCEPTOR));
        casework.act(id, "dispatch", Given.nothing().to("D-DRAINAGE"), People.of(Role.DISPATCHER));
        casework.act(id, "sign", Given.nothing(), handler);
        var done = Given.note("done").showing(List.of(photo(id, HERE, handler)));
        casework.act(id, "submit", done, handler);
        var confirmed = casework.act(id, "confirm", Given.nothing(), People.of(Role.DISPATCHER));
        assertThat(errand(confirmed).person()).isEqualTo(nearest.id());
    }

    @Test
    void theNearestWhoDidNotHandleItInspectsIt() {
        var id = report(HERE).id();
        var handler = person("handler-drainage");
        casework.act(id, "accept", Given.nothing(), People.of(Role.ACCEPTOR));
        casework.act(id, "file", Given.standard("0506-1"), People.of(Role.ACCEPTOR));
        casework.act(id, "dispatch", Given.nothing().to("D-DRAINAGE"), People.of(Role.DISPATCHER));
        casework.act(id, "sign", Given.nothing(), handler);
        var photo = photo(id, HERE, handler);
        casework.act(id, "submit", Given.note("done").showing(List.of(photo)), handler);
        var confirmed = casework.act(id, "confirm", Given.nothing(), People.of(Role.DISPATCHER));
        assertThat(confirmed.state()).isEqualTo(CaseState.PENDING_INSPECTION);
        assertThat(errand(confirmed).person()).isEqualTo(byAreas().get(0));
        var passed = casework.act(
                id, "inspect-pass", Given.nothing(), person(byAreas().get(0)));
        assertThat(passed.holder()).isEqualTo(new CaseFile.Holder("T310112103", null));
        assertThat(passed.course().errand()).isNull();
    }

    @Test
    void whoHandledItAloneIsNotSentToInspectIt() {
        var nearest = person(byAreas().get(0));
        var id = report(HERE).id();
        var photo = photo(id, HERE, nearest);
        var given = Given.standard("0506-1").showing(List.of(photo));
        var handled = casework.act(id, "self-handle", given, nearest);
        assertThat(handled.state()).isEqualTo(CaseState.PENDING_INSPECTION);
        assertThat(errand(handled).person()).isEqualTo(byAreas().get(1));
    }
}
