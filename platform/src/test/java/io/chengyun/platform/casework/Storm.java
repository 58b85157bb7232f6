package io.chengyun.platform.casework;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Grade;
import io.chengyun.platform.assessment.Signal;
import io.chengyun.platform.warning.Warning;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A rainstorm warning for tests. */
final class Storm {

    private Storm() {}

    static Warning warning(String id, Grade grade, Instant at) {
        return warning(id, grade, at, Warning.State.STANDING);
    }

    static Warning lifted(String id, Grade grade, Instant at) {
        return warning(id, grade, at, Warning.State.LIFTED);
    }

    private static Warning warning(String id, Grade grade, Instant at, Warning.State state) {
        var town = new AreaCode(People.TOWN);
        var voice = new Warning.Voice(
                new Signal.Origin("flood", "rain-1h", 1, "rainstorm"),
                new Signal.Source(7, "gauge", "rainfall", town, new AreaCode(People.TOWN + "G01"), 121.38, 31.11, null),
                Signal.State.GRADED,
                grade,
                new Signal.Measure(85, "mm", "1 小时 85 毫米", "85 mm in 1 h"),
                at);
        return new Warning(
                id,
                new Warning.Identity("flood", "rainstorm", town),
                new Warning.Label("暴雨", "Rainstorm", "rain"),
                grade,
                state,
                List.of(voice),
                new Warning.Times(at.minus(Duration.ofHours(1)), at, at, null, null),
                List.of());
    }
}
