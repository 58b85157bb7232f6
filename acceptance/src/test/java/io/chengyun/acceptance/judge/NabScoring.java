package io.chengyun.acceptance.judge;

import io.chengyun.acceptance.judge.plain.WindowedGaussian;
import io.chengyun.platform.scenario.kind.RuleKinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Numenta Anomaly Benchmark (NAB 评分), standard profile. Beside the benchmark's own score, for which the threshold is the best of
 * all series, each half of the groups is scored at the threshold that is best for the other half.
 */
final class NabScoring implements Scoring {

    private static final String SERIES = "anomaly/nab_dev.tar.gz";
    private static final String WINDOWS = "anomaly/nab_dev_windows.json";
    private static final String REFERENCE =
            "HTM 70, random cut forest 51.7, windowed Gaussian 39.6, random 11 on all series";
    private static final double GOAL = 60;

    /** A series with its answers. */
    private record Labelled(double[] values, List<String> rows, List<NabScore.Window> windows, boolean knownCause) {}

    /** What one detector earned, on all and on either half. */
    private static final class Earned {
        private final NabScore all = new NabScore();
        private final NabScore knownCause = new NabScore();
        private final NabScore others = new NabScore();

        void add(Labelled series, double[] said) {
            all.add(said, series.windows());
            (series.knownCause() ? knownCause : others).add(said, series.windows());
        }
    }

    @Override
    public String name() {
        return "nab";
    }

    @Override
    public List<String> files() {
        return List.of(SERIES, WINDOWS);
    }

    @Override
    public List<Score> score(Path data, Detector detector) throws IOException {
        var corpus = corpus(data);
        var scores = new ArrayList<Score>();
        for (var kind : List.of("learnt", "baseline")) {
            if (RuleKinds.names().contains(kind)) {
                var earned = new Earned();
                for (var series : corpus.values()) {
                    earned.add(
                            series,
                            detector.run(kind, new Detector.Series(1, series.rows()))
                                    .scores());
                }
                scores.addAll(scores(kind, earned));
            }
        }
        var plain = new NabScore();
        for (var series : corpus.values()) {
            plain.add(WindowedGaussian.score(series.values()), series.windows());
        }
        scores.add(new Score(
                "nab.standard.windowedGaussian",
                plain.best().score(),
                Score.Goal.NONE,
                "39.6 on all series",
                plain.windows(),
                "the benchmark's own, on these series"));
        return scores;
    }

    private static List<Score> scores(String kind, Earned earned) {
        double fromOthers = earned.others.best().threshold();
        double fromKnownCause = earned.knownCause.best().threshold();
        var name = "nab.standard." + kind;
        return List.of(
                new Score(
                        name,
                        earned.all.best().score(),
                        Score.Goal.atLeast(GOAL),
                        REFERENCE,
                        earned.all.windows(),
                        "windows of 25 series; threshold the best of all"),
                new Score(
                        name + ".knownCause",
                        earned.knownCause.at(fromOthers),
                        Score.Goal.NONE,
                        "",
                        earned.knownCause.windows(),
                        "threshold from traffic and artificial series"),
                new Score(
                        name + ".others",
                        earned.others.at(fromKnownCause),
                        Score.Goal.NONE,
                        "",
                        earned.others.windows(),
                        "traffic and artificial, threshold from known causes"));
    }

    private static Map<String, Labelled> corpus(Path data) throws IOException {
        var answers = JsonMapper.builder().build().readTree(Files.readString(data.resolve(WINDOWS)));
        var corpus = new TreeMap<String, Labelled>();
        for (var file : Archive.files(data.resolve(SERIES), ".csv").entrySet()) {
            var name = file.getKey().replaceFirst("^data/", "");
            var rows = file.getValue().subList(1, file.getValue().size());
            var values = rows.stream()
                    .mapToDouble(row -> Double.parseDouble(row.split(",")[1]))
                    .toArray();
            corpus.put(
                    name,
                    new Labelled(values, rows, windows(answers.path(name), rows), name.startsWith("realKnownCause")));
        }
        return corpus;
    }

    private static List<NabScore.Window> windows(JsonNode answers, List<String> rows) {
        var windows = new ArrayList<NabScore.Window>();
        for (var answer : answers) {
            var first = answer.get(0).asString().substring(0, 19);
            var last = answer.get(1).asString().substring(0, 19);
            var inside = rows.stream().map(row -> row.substring(0, 19)).toList();
            int from = (int)
                    inside.stream().filter(time -> time.compareTo(first) < 0).count();
            int until = (int) inside.stream()
                            .filter(time -> time.compareTo(last) <= 0)
                            .count()
                    - 1;
            windows.add(new NabScore.Window(from, until));
        }
        return windows;
    }
}
