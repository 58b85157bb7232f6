package io.chengyun.platform.evaluation.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.platform.SetClock;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.CaseFile;
import io.chengyun.platform.casework.Casework;
import io.chengyun.platform.casework.Casework.Report;
import io.chengyun.platform.casework.Given;
import io.chengyun.platform.evaluation.HouseInDecember;
import io.chengyun.platform.evaluation.MadeFacts;
import io.chengyun.platform.journal.House;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.postgres.TestDatabase;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** A case's row of facts, column by column, as it is walked through the real casework. */
@NullUnmarked
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@TestPropertySource(properties = {"chengyun.access.sample-accounts=true", "chengyun.access.hash-strength=4"})
@Import(HouseInDecember.class)
class FactRowsTest {

    /** A Monday, nine o'clock in Shanghai. */
    private static final Instant NINE = Instant.parse("2016-12-05T01:00:00Z");

    private static final Position POINT = new Position(121.41, 31.08);

    @Autowired
    Casework casework;

    @Autowired
    House house;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SetClock clock;

    private String id;

    @BeforeEach
    void atNineSomethingIsReported() {
        house.settle();
        new MadeFacts(jdbc).clear();
        clock.set(NINE);
        id = casework.report(new Report("0506", "积水", "", POINT, CaseFile.Source.PATROL), somebody(Role.INSPECTOR))
                .id();
        house.settle();
    }

    /** Other tests share the house and its clock. */
    @AfterEach
    void december() {
        clock.set(HouseInDecember.NOW);
    }

    private static Caller somebody(Role role) {
        return new Caller(role.name().toLowerCase(Locale.ROOT), "某人", "Somebody", Set.of(role), "D310112", null);
    }

    private void after(int minutes, String action, Role role, Given given) {
        clock.move(Duration.ofMinutes(minutes));
        casework.act(id, action, given, somebody(role));
        house.settle();
    }

    private void after(int minutes, String action, Role role) {
        after(minutes, action, role, Given.note("按规定办理"));
    }

    private void untilDispatched() {
        after(5, "accept", Role.ACCEPTOR);
        after(5, "file", Role.ACCEPTOR, Given.standard("0506-1"));
        after(20, "dispatch", Role.DISPATCHER);
    }

    private Given photo(int colour) {
        var image = new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, colour);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        var photo = casework.attach(id, bytes.toByteArray(), POINT, clock.instant(), somebody(Role.HANDLER));
        return Given.note("已排水").showing(List.of(photo));
    }

    private Map<String, Object> row() {
        return jdbc.sql("SELECT * FROM evaluation.case_fact WHERE id = ?")
                .param(id)
                .query()
                .singleRow();
    }

    /** In minutes after nine; null where it is not so. */
    private Long minute(String column) {
        return row().get(column) instanceof Timestamp at
                ? Duration.between(NINE, at.toInstant()).toMinutes()
                : null;
    }

    @Test
    void theDepartmentStaysWhileTheCaseIsBetweenTwo() {
        assertThat(row()).containsEntry("state", "REPORTED").containsEntry("person", null);
        untilDispatched();
        var first = row().get("organisation");
        after(5, "return", Role.HANDLER, Given.note("不属于本部门").on("责任清单第 3 条"));
        assertThat(row()).containsEntry("state", "RETURNED").containsEntry("organisation", first);
        after(5, "redispatch", Role.DISPATCHER, Given.nothing().to("D-DRAINAGE"));
        assertThat(first).isNotEqualTo("D-DRAINAGE");
        assertThat(row()).containsEntry("organisation", "D-DRAINAGE").containsEntry("returns", 1);
        assertThat(minute("dispatched_at")).isEqualTo(30);
    }

    @Test
    void firstTimesStayUntilWhatTheyTellOfIsUndone() {
        untilDispatched();
        after(5, "sign", Role.HANDLER);
        after(25, "submit", Role.HANDLER, photo(1));
        assertThat(minute("handled_at")).isEqualTo(60);
        after(5, "confirm", Role.DISPATCHER);
        assertThat(minute("handled_at")).isEqualTo(60);
        after(5, "inspect-fail", Role.INSPECTOR);
        assertThat(minute("handled_at")).isNull();
        assertThat(row()).containsEntry("failed", 1).containsEntry("passed", 0).containsEntry("reworks", 1);
        after(5, "redispatch", Role.DISPATCHER, Given.nothing().to("D-DRAINAGE"));
        after(5, "sign", Role.HANDLER);
        after(10, "submit", Role.HANDLER, photo(2));
        after(5, "confirm", Role.DISPATCHER);
        after(5, "inspect-pass", Role.INSPECTOR);
        after(20, "close", Role.ACCEPTOR);
        assertThat(row())
                .containsEntry("state", "CLOSED")
                .containsEntry("failed", 1)
                .containsEntry("passed", 1)
                .containsEntry("reworks", 1)
                .containsEntry("closing_hours", 2.0);
        assertThat(minute("filed_at")).isEqualTo(10);
        assertThat(minute("dispatched_at")).isEqualTo(30);
        assertThat(minute("handled_at")).isEqualTo(90);
        assertThat(minute("closed_at")).isEqualTo(120);
    }

    @Test
    void workThatWasSentBackIsDoneAgainAndFailedNowhere() {
        untilDispatched();
        after(5, "sign", Role.HANDLER);
        after(25, "submit", Role.HANDLER, photo(3));
        after(5, "send-back-work", Role.DISPATCHER);
        assertThat(row()).containsEntry("reworks", 1).containsEntry("failed", 0);
        assertThat(minute("handled_at")).isNull();
    }

    @Test
    void whatWasHandledStaysSoWhenTheCaseIsClosedByForce() {
        untilDispatched();
        after(5, "sign", Role.HANDLER);
        after(25, "submit", Role.HANDLER, photo(4));
        after(5, "force-close", Role.COMMANDER, Given.note("按上级决定").on("办法第 9 条"));
        assertThat(row()).containsEntry("state", "FORCED_CLOSED");
        assertThat(minute("handled_at")).isEqualTo(60);
        assertThat(minute("closed_at")).isEqualTo(65);
    }
}
