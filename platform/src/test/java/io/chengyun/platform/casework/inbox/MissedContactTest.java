package io.chengyun.platform.casework.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.kernel.AreaCode;
import io.chengyun.platform.SetClock;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.CaseFile;
import io.chengyun.platform.casework.Casework;
import io.chengyun.platform.casework.Casework.Report;
import io.chengyun.platform.casework.Given;
import io.chengyun.platform.casework.inbox.InboxQuery.Filter;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.postgres.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** A first contact that nobody made, as time and the inbox have it, with a real database. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
@Import(InboxTest.Time.class)
class MissedContactTest {

    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");
    private static final Position POINT = new Position(121.41, 31.08);

    @Autowired
    Inbox inbox;

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
        return of(role, "D310112", null);
    }

    private static Caller of(Role role, String organisation, @Nullable String town) {
        var area = town == null ? null : new AreaCode(town);
        return new Caller(role.name() + organisation, "", "", Set.of(role), organisation, area);
    }

    private CaseFile act(CaseFile file, String action, Given given, Role role) {
        return casework.act(file.id(), action, given, of(role));
    }

    private List<String> titles(InboxFolder folder, Caller caller) {
        return inbox.list(new InboxQuery(folder, Filter.none(), null, 50), caller).items().stream()
                .map(item -> item.card().label().title())
                .toList();
    }

    /** A request of somebody, suspended, so that nothing but the first contact is due; that is at nine on the next day. */
    private CaseFile waitingForContact() {
        var asked = new Report("0506", "等回音", "", POINT, CaseFile.Source.CITIZEN);
        var file = act(casework.open(asked, "r-contact"), "accept", Given.nothing(), Role.ACCEPTOR);
        file = act(file, "file", Given.standard("0506-1"), Role.ACCEPTOR);
        file = act(file, "dispatch", Given.nothing(), Role.DISPATCHER);
        file = act(file, "sign", Given.nothing(), Role.HANDLER);
        var until = NINE.plus(Duration.ofDays(9));
        file = act(file, "suspend", Given.note("霜冻").until(until), Role.HANDLER);
        return act(file, "grant", Given.nothing(), Role.DISPATCHER);
    }

    @Test
    void aMissedFirstContactIsOverdueForTheDesksUntilItIsMade() {
        var file = waitingForContact();
        clock.set(NINE.plus(Duration.ofDays(1)));
        house.fireDue();
        assertThat(casework.timeline(file)).noneMatch(line -> line.type().equals("casework.ContactMissed"));
        assertThat(titles(InboxFolder.SOON, of(Role.COMMANDER))).containsExactly("等回音");
        assertThat(titles(InboxFolder.OVERDUE, of(Role.COMMANDER))).isEmpty();

        clock.move(Duration.ofMillis(1));
        house.fireDue();
        house.fireDue();
        assertThat(casework.timeline(file).stream()
                        .filter(line -> line.type().equals("casework.ContactMissed"))
                        .map(Casework.Line::note))
                .containsExactly("TOWN");
        assertThat(titles(InboxFolder.OVERDUE, of(Role.COMMANDER))).containsExactly("等回音");
        var town = file.matter().spot().town().value();
        assertThat(titles(InboxFolder.OVERDUE, of(Role.DISPATCHER, "T" + town, town)))
                .containsExactly("等回音");

        act(file, "contact", Given.note("已电话联系"), Role.HANDLER);
        assertThat(titles(InboxFolder.OVERDUE, of(Role.COMMANDER))).isEmpty();
    }

    @Test
    void aContactMadeASecondBeforeIsNotMissed() {
        var file = waitingForContact();
        clock.set(NINE.plus(Duration.ofDays(1)).minusSeconds(1));
        act(file, "contact", Given.note("已电话联系"), Role.HANDLER);
        clock.move(Duration.ofDays(3));
        house.fireDue();
        assertThat(casework.timeline(file)).noneMatch(line -> line.type().equals("casework.ContactMissed"));
        assertThat(titles(InboxFolder.OVERDUE, of(Role.COMMANDER))).isEmpty();
    }
}
