package io.chengyun.platform.assessment.whatif;

import io.chengyun.platform.assessment.whatif.TrialResult.Day;
import io.chengyun.platform.assessment.whatif.TrialResult.Said;
import io.chengyun.rules.Finding;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;

/** Counts what one version of a rule says (计数). */
final class Tally {

    private static final double WEEK_SECONDS = Duration.ofDays(7).toSeconds();

    private final ZoneId zone;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<LocalDate, Integer> perDay = new TreeMap<>();
    private int alarms;

    Tally(ZoneId zone) {
        this.zone = zone;
    }

    void count(Finding finding) {
        var grade = finding.grade();
        counts.merge(grade == null ? finding.state().name() : grade.name(), 1, Integer::sum);
        if (finding.state() != Finding.State.EASED) {
            alarms++;
            perDay.merge(LocalDate.ofInstant(finding.at(), zone), 1, Integer::sum);
        }
    }

    Said said(int version, Duration period) {
        var days = perDay.entrySet().stream()
                .map(day -> new Day(day.getKey(), day.getValue()))
                .toList();
        return new Said(version, counts, days, alarms * WEEK_SECONDS / period.toSeconds());
    }
}
