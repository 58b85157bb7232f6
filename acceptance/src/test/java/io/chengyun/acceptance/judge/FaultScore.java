package io.chengyun.acceptance.judge;

import java.util.ArrayList;
import java.util.List;

/** Scores alarms against faults that were put into a series (故障注入评分): which were found, and what was said of none. */
final class FaultScore {

    private int faults;
    private int found;
    private int falseAlarms;
    private double weeks;

    /** Rows of a fault, with those in which it may still be spoken of. */
    record Fault(int first, int last) {
        boolean holds(int row) {
            return row >= first && row <= last;
        }
    }

    /** Takes in one station: its alarms by the rows they are about, each a run of rows. */
    void add(List<Fault> put, List<Fault> alarms, double stationWeeks) {
        faults += put.size();
        weeks += stationWeeks;
        for (var fault : put) {
            found += alarms.stream().anyMatch(alarm -> alarm.first() <= fault.last() && alarm.last() >= fault.first())
                    ? 1
                    : 0;
        }
        for (var alarm : alarms) {
            boolean ofOne =
                    put.stream().anyMatch(fault -> alarm.first() <= fault.last() && alarm.last() >= fault.first());
            falseAlarms += ofOne ? 0 : 1;
        }
    }

    /** Runs of flagged rows. */
    static List<Fault> runs(boolean[] flags) {
        var runs = new ArrayList<Fault>();
        int from = -1;
        for (int i = 0; i <= flags.length; i++) {
            boolean flag = i < flags.length && flags[i];
            if (flag && from < 0) {
                from = i;
            } else if (!flag && from >= 0) {
                runs.add(new Fault(from, i - 1));
                from = -1;
            }
        }
        return runs;
    }

    double found() {
        return faults == 0 ? 0 : (double) found / faults;
    }

    double falseAWeek() {
        return weeks == 0 ? 0 : falseAlarms / weeks;
    }

    int faults() {
        return faults;
    }

    List<Score> scores(String name, String note) {
        return List.of(
                new Score(name + ".found", found(), Score.Goal.atLeast(0.95), "", faults, note),
                new Score(
                        name + ".false",
                        falseAWeek(),
                        Score.Goal.atMost(1),
                        "",
                        falseAlarms,
                        "alarms a station-week of no fault"));
    }
}
