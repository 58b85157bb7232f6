package io.chengyun.platform.evaluation.fact;

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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** A case that is reported on a morning in December and walked through the real casework. */
@NullUnmarked
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@TestPropertySource(properties = {"chengyun.access.sample-accounts=true", "chengyun.access.hash-strength=4"})
@Import(HouseInDecember.class)
abstract class FactWalk {

    /** A Monday, nine o'clock in Shanghai. */
    static final Instant NINE = Instant.parse("2016-12-05T01:00:00Z");

    private static final Position POINT = new Position(121.41, 31.08);

    @Autowired
    Casework casework;

    @Autowired
    House house;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SetClock clock;

    String id;
    String town;

    @BeforeEach
    void morning() {
        house.settle();
        new MadeFacts(jdbc).clear();
        clock.set(NINE);
        report();
        house.settle();
    }

    /** Other tests share the house and its clock. */
    @AfterEach
    void december() {
        clock.set(HouseInDecember.NOW);
    }

    void report() {
        var file =
                casework.report(new Report("0506", "积水", "", POINT, CaseFile.Source.PATROL), somebody(Role.INSPECTOR));
        id = file.id();
        town = file.matter().spot().town().value();
    }

    static Caller somebody(Role role) {
        return new Caller(role.name().toLowerCase(Locale.ROOT), "某人", "Somebody", Set.of(role), "D310112", null);
    }

    void after(int minutes, String action, Role role, Given given) {
        clock.move(Duration.ofMinutes(minutes));
        casework.act(id, action, given, somebody(role));
        house.settle();
    }

    void after(int minutes, String action, Role role) {
        after(minutes, action, role, Given.note("按规定办理"));
    }

    static Given standard() {
        return Given.standard("0506-1");
    }

    static Given ground() {
        return Given.note("不属于本部门").on("责任清单第 3 条");
    }

    static Given to(String organisation) {
        return Given.nothing().to(organisation);
    }

    Given photo(int colour) {
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
}
