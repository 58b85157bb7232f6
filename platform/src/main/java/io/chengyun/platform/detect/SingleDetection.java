package io.chengyun.platform.detect;

import io.chengyun.rules.Finding;
import io.chengyun.rules.Rule;
import io.chengyun.rules.Watch;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** One column of a series under a rule (单列研判): the score of each row, which rows are flagged, and what was found. */
final class SingleDetection implements Detection {

    private final double[] scores;
    private final boolean[] flags;
    private int findings;
    private int missing;

    SingleDetection(Rule rule, List<SeriesFile.Row> rows, int column) {
        this.scores = new double[rows.size()];
        this.flags = new boolean[rows.size()];
        var watch = new Watch(List.of(rule));
        Set<Instant> wrong = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            var at = rows.get(i).at();
            if (at == null) {
                continue;
            }
            double value = rows.get(i).values()[column];
            watch.onTime(at, (which, finding) -> findings++);
            if (Double.isNaN(value)) {
                missing++;
                // a gap takes away no grade
                scores[i] = rule.ladder().isEmpty() ? 0 : rule.score(watch.state(0));
                flags[i] = scores[i] >= BEYOND;
                continue;
            }
            watch.on(Detection.micros(at), value, (which, finding) -> keep(rule, finding, wrong));
            watch.onTime(at, (which, finding) -> findings++);
            scores[i] = rule.score(watch.state(0));
            // who speaks in hindsight may be far on the way with a sample that turns out to be true
            flags[i] = scores[i] >= (rule.hindsight() ? 1 : BEYOND);
        }
        for (int i = 0; i < flags.length; i++) {
            flags[i] |= wrong.contains(Objects.requireNonNullElse(rows.get(i).at(), Instant.MIN));
        }
    }

    private void keep(Rule rule, Finding finding, Set<Instant> wrong) {
        findings++;
        if (rule.hindsight() && finding.state() == Finding.State.GRADED) {
            wrong.addAll(finding.evidence());
        }
    }

    @Override
    public double score(int row) {
        return scores[row];
    }

    @Override
    public boolean flag(int row) {
        return flags[row];
    }

    @Override
    public int findings() {
        return findings;
    }

    @Override
    public int missing() {
        return missing;
    }
}
