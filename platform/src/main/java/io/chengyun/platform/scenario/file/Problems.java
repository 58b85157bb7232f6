package io.chengyun.platform.scenario.file;

import java.util.ArrayList;
import java.util.List;

/** All that is wrong with the scenario files (问题清单), each with file, line and advice; collected, then said at once. */
public final class Problems {

    private final List<String> found = new ArrayList<>();

    public void add(String file, int line, String what) {
        found.add(file + ":" + line + ": " + what);
    }

    public int count() {
        return found.size();
    }

    /** All that was found, in the order in which it was found. */
    public List<String> list() {
        return List.copyOf(found);
    }
}
