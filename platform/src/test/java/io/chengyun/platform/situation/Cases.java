package io.chengyun.platform.situation;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Grade;
import io.chengyun.platform.casework.CaseEvent;
import io.chengyun.platform.casework.CaseFile;
import io.chengyun.platform.casework.CaseState;
import io.chengyun.platform.casework.Course;
import io.chengyun.platform.casework.clock.Countdown;
import io.chengyun.platform.casework.clock.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Cases for tests. */
final class Cases {

    private static final CaseEvent.Act ACT = new CaseEvent.Act("acceptor", "D310112", null, null, List.of());

    private Cases() {}

    static CaseEvent reported(String id, String town, Instant at) {
        return new CaseEvent.Reported(file(id, town, CaseState.REPORTED, at), ACT, at);
    }

    static CaseEvent closed(String id, String town, Instant at) {
        return new CaseEvent.Closed(file(id, town, CaseState.CLOSED, at), ACT, at);
    }

    private static CaseFile file(String id, String town, CaseState state, Instant at) {
        var due = at.plus(Duration.ofHours(4));
        var clock = new Countdown(at, Pace.CONTINUOUS, Duration.ofHours(4), Duration.ZERO, null, due, 0);
        return new CaseFile(
                id,
                new CaseFile.Origin(CaseFile.Source.PATROL, null, null, "acceptor", at),
                new CaseFile.Matter(
                        "flood-road",
                        "道路积水",
                        "Water on the road",
                        "",
                        new CaseFile.Spot(new AreaCode(town), new AreaCode(town + "G01"), 121.38, 31.11, null),
                        Grade.YELLOW),
                state,
                new CaseFile.Holder("D310112", null),
                new CaseFile.Clocks(clock, clock, null, null),
                Course.begun(),
                new CaseFile.Revision(1, at));
    }
}
