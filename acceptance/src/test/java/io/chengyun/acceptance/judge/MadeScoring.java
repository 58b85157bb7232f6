package io.chengyun.acceptance.judge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The detectors on series of our own (合成序列评分), scored as {@link NabScoring} scores: here numbers are chosen. */
final class MadeScoring implements Scoring {

    private static final int OF_EACH = 6;
    private static final long SEED = 31;

    @Override
    public String name() {
        return "made";
    }

    @Override
    public List<String> files() {
        return List.of();
    }

    @Override
    public List<Score> score(Path data, Detector detector) throws IOException {
        var all = MadeSeries.all(OF_EACH, SEED);
        var scores = new ArrayList<Score>();
        for (var kind : List.of("learnt", "baseline")) {
            var score = new NabScore();
            for (var series : all) {
                var said = detector.run(kind, new Detector.Series(1, series.rows()));
                score.add(said.scores(), series.windows());
            }
            scores.add(told(kind, score, all.size()));
        }
        var plain = new NabScore();
        for (var series : all) {
            plain.add(WindowedGaussian.score(series.values()), series.windows());
        }
        scores.add(told("windowedGaussian", plain, all.size()));
        return scores;
    }

    private static Score told(String kind, NabScore score, int series) {
        return new Score(
                "made.standard." + kind,
                score.best().score(),
                Score.Goal.NONE,
                "",
                score.windows(),
                "windows of " + series + " series made by seed " + SEED);
    }
}
