package io.chengyun.platform.detect;

import io.chengyun.rules.Joint;
import java.util.List;

/** All columns of a series under a rule that weighs them as one (合并列研判). */
final class JointDetection implements Detection {

    private final double[] scores;
    private int findings;
    private int missing;

    JointDetection(Joint rule, List<SeriesFile.Row> rows) {
        this.scores = new double[rows.size()];
        int columns = rows.stream().mapToInt(row -> row.values().length).max().orElse(0);
        var weighing = rule.together(columns);
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (row.at() == null) {
                continue;
            }
            int unknown = 0;
            for (double value : row.values()) {
                unknown += Double.isNaN(value) ? 1 : 0;
            }
            missing += unknown;
            if (unknown < columns) {
                findings += weighing.on(Detection.micros(row.at()), row.values()) == null ? 0 : 1;
                scores[i] = weighing.score();
            }
        }
    }

    @Override
    public double score(int row) {
        return scores[row];
    }

    @Override
    public boolean flag(int row) {
        return scores[row] >= BEYOND;
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
