package io.chengyun.acceptance.judge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** SKAB (水循环试验台): eight sensors of one machine, every second flagged or not, over all files of a part together. */
final class SkabScoring implements Scoring {

    private static final String FILE = "anomaly/skab_dev.tar.gz";
    private static final int SENSORS = 8;
    private static final String REFERENCE = "best published 0.78, on all 34 files";

    @Override
    public String name() {
        return "skab";
    }

    @Override
    public List<String> files() {
        return List.of(FILE);
    }

    @Override
    public List<Score> score(Path data, Detector detector) throws IOException {
        var points = new PointScore();
        for (var file : Archive.files(data.resolve(FILE), ".csv").entrySet()) {
            if (!file.getKey().contains("anomaly-free")) {
                add(points, file.getValue(), detector);
            }
        }
        var free = new PointScore();
        for (var lines : Archive.files(data.resolve(FILE), "anomaly-free.csv").values()) {
            add(free, lines, detector);
        }
        int n = points.rows();
        return List.of(
                new Score("skab.f1", points.f1(), Score.Goal.atLeast(0.78), REFERENCE, n, "rows of 14 files"),
                new Score("skab.far", points.far(), Score.Goal.NONE, "", n, "%, false alarms"),
                new Score("skab.mar", points.mar(), Score.Goal.NONE, "", n, "%, missed"),
                new Score(
                        "skab.free.far",
                        free.far(),
                        Score.Goal.NONE,
                        "",
                        free.rows(),
                        "%, the file without anomalies"));
    }

    private static void add(PointScore points, List<String> lines, Detector detector) throws IOException {
        var rows = lines.subList(1, lines.size()).stream()
                .map(line -> String.join(",", List.of(line.split(";")).subList(0, 1 + SENSORS)))
                .toList();
        var said = detector.run("learnt", new Detector.Series(SENSORS, rows));
        for (int i = 0; i < rows.size(); i++) {
            var cells = lines.get(i + 1).split(";");
            points.add(said.flags()[i], cells.length > SENSORS + 1 && Double.parseDouble(cells[SENSORS + 1]) > 0);
        }
    }
}
