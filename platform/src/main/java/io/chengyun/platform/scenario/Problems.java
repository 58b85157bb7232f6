package io.chengyun.platform.scenario;

import io.chengyun.kernel.Refused;
import java.util.ArrayList;
import java.util.List;

/** All that is wrong with the scenario files (问题清单), each with file, line and advice; collected, then said at once. */
final class Problems {

    private final List<String> found = new ArrayList<>();

    void add(String file, int line, String what) {
        found.add(file + ":" + line + ": " + what);
    }

    int count() {
        return found.size();
    }

    void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new Refused(ScenarioRefusal.PACKAGE_WRONG, found);
        }
    }
}
