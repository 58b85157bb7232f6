package io.chengyun.platform.detect;

import io.chengyun.rules.Joint;
import io.chengyun.rules.Rule;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** A series under a rule (序列研判): the score of each row, which rows are flagged, and what was found. */
interface Detection {

    /** The score from which a row is flagged. */
    double BEYOND = 0.5;

    double score(int row);

    boolean flag(int row);

    int findings();

    int missing();

    /** Columns weighed as one by a rule that can; else each by itself. */
    static List<Detection> of(Rule rule, List<SeriesFile.Row> rows, int columns) {
        if (columns > 1 && rule instanceof Joint joint) {
            return List.of(new JointDetection(joint, rows));
        }
        return IntStream.range(0, columns)
                .<Detection>mapToObj(column -> new SingleDetection(rule, rows, column))
                .toList();
    }

    static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }
}
