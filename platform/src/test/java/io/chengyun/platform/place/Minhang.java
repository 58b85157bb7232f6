package io.chengyun.platform.place;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.locationtech.jts.geom.Geometry;

/** The sample district, read once for all tests. */
final class Minhang {

    static final Path FOLDER = Path.of("..", "districts", "minhang");
    static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    static final Clock NOON = Clock.fixed(Instant.parse("2026-07-01T04:00:00Z"), ZoneOffset.UTC);
    static final Places PLACES = Places.of(FOLDER, NOON);
    static final AreaMap MAP = PLACES.history().on(TODAY);

    private static final double METRES = 110_870;
    private static final double SQUEEZE = StrictMath.cos(StrictMath.toRadians(31.1));

    private Minhang() {}

    static double squareKilometres(Geometry shape) {
        return shape.getArea() * METRES * METRES * SQUEEZE / 1e6;
    }
}
