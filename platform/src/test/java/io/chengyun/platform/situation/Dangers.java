package io.chengyun.platform.situation;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Grade;
import io.chengyun.platform.assessment.Signal;
import io.chengyun.platform.warning.Warning;
import io.chengyun.platform.warning.WarningEvent;
import java.time.Instant;
import java.util.List;

/** Warnings for tests. */
final class Dangers {

    private Dangers() {}

    static WarningEvent raised(String id, long stream, Grade grade, Instant at) {
        return new WarningEvent.Raised(warning(id, stream, grade, Warning.State.STANDING, at), at);
    }

    static WarningEvent lifted(String id, long stream, Instant at) {
        return new WarningEvent.Lifted(warning(id, stream, Grade.BLUE, Warning.State.LIFTED, at), at);
    }

    private static Warning warning(String id, long stream, Grade grade, Warning.State state, Instant at) {
        var town = new AreaCode("310112101");
        var voice = new Warning.Voice(
                new Signal.Origin("flood", "rain-1h", 1, "rainstorm"),
                new Signal.Source(stream, "雨量站", "rainfall", town, new AreaCode("310112101G01"), 121.37, 31.11, null),
                Signal.State.GRADED,
                grade,
                new Signal.Measure(61.6, "mm", "1 小时 61.6 毫米，限值 35 毫米", "61.6 mm in 1 h, limit 35 mm"),
                at);
        return new Warning(
                id,
                new Warning.Identity("flood", "rainstorm", town),
                new Warning.Label("暴雨", "Rainstorm", "rain"),
                grade,
                state,
                List.of(voice),
                new Warning.Times(at, at, at, null, state == Warning.State.LIFTED ? at : null),
                List.of());
    }
}
