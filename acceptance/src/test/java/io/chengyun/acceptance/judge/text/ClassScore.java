package io.chengyun.acceptance.judge.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** How well texts were classed (分类得分). */
final class ClassScore {

    private static final int BINS = 10;

    private final List<Row> rows = new ArrayList<>();

    /** A text: its class, the one that was said, and how sure that was. */
    private record Row(String known, String said, double confidence) {}

    void add(String known, String said, double confidence) {
        rows.add(new Row(known, said, confidence));
    }

    int size() {
        return rows.size();
    }

    double accuracy() {
        return share(rows);
    }

    /** The mean of all classes' F1, each class counting the same. */
    double macroF1() {
        Map<String, FieldScore> scores = new HashMap<>();
        for (var row : rows) {
            for (var label : new TreeSet<>(List.of(row.known(), row.said()))) {
                scores.computeIfAbsent(label, any -> new FieldScore())
                        .add(
                                label.equals(row.known()) ? List.of(label) : List.of(),
                                label.equals(row.said()) ? List.of(label) : List.of());
            }
        }
        return scores.values().stream().mapToDouble(FieldScore::f1).average().orElse(0);
    }

    /** How far confidence and truth are apart on average, by tenths of confidence. */
    double calibrationError() {
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            int here = bin;
            var some = rows.stream()
                    .filter(row -> Math.min(BINS - 1, (int) (row.confidence() * BINS)) == here)
                    .toList();
            double sure = some.stream().mapToDouble(Row::confidence).average().orElse(0);
            error += Math.abs(sure - share(some)) * some.size() / rows.size();
        }
        return error;
    }

    private static double share(List<Row> rows) {
        return rows.stream()
                .mapToInt(row -> row.said().equals(row.known()) ? 1 : 0)
                .average()
                .orElse(0);
    }
}
