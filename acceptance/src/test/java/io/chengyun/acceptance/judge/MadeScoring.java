package io.chengyun.acceptance.judge;

import io.chengyun.acceptance.judge.made.MadeDistrict;
import io.chengyun.acceptance.judge.made.MadeMachine;
import io.chengyun.acceptance.judge.made.MadeSeries;
import io.chengyun.acceptance.judge.plain.NightSum;
import io.chengyun.acceptance.judge.plain.PlainDistance;
import io.chengyun.acceptance.judge.plain.WindowedGaussian;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The detectors on series, machines and districts of our own (合成数据评分), scored as {@link NabScoring}, {@link SkabScoring} and
 * {@link LeakScoring} score, by a seed that no number was chosen by.
 */
final class MadeScoring implements Scoring {

    private static final int OF_EACH = 6;
    /** Machines and districts of each kind: a multiple of four, as every fourth is sound. */
    private static final int QUARTERS = 8;

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
        var scores = new ArrayList<>(series(detector));
        scores.addAll(machines(detector));
        scores.addAll(districts(detector));
        return scores;
    }

    private static List<Score> series(Detector detector) throws IOException {
        var all = MadeSeries.all(OF_EACH, SEED);
        var scores = new ArrayList<Score>();
        for (var kind : List.of("learnt", "baseline")) {
            var score = new NabScore();
            for (var series : all) {
                var said = detector.run(kind, new Detector.Series(1, series.rows()));
                score.add(said.scores(), windows(series));
            }
            scores.add(told(kind, score, all.size()));
        }
        var plain = new NabScore();
        for (var series : all) {
            plain.add(WindowedGaussian.score(series.values()), windows(series));
        }
        scores.add(told("windowedGaussian", plain, all.size()));
        return scores;
    }

    private static List<NabScore.Window> windows(MadeSeries series) {
        return series.windows().stream()
                .map(span -> new NabScore.Window(span.first(), span.last()))
                .toList();
    }

    private static Score told(String kind, NabScore score, int series) {
        return plain(
                "made.standard." + kind,
                score.best().score(),
                score.windows(),
                "windows of " + series + " series made by seed " + SEED);
    }

    private static List<Score> machines(Detector detector) throws IOException {
        var learnt = new MachineScore();
        var plain = new MachineScore();
        for (var machine : MadeMachine.all(QUARTERS, SEED)) {
            var series = new Detector.Series(machine.sensors(), machine.rows());
            learnt.add(machine, detector.run("learnt", series).flags());
            plain.add(machine, PlainDistance.flags(machine.values(), MachineScore.LEARNS));
        }
        var scores = new ArrayList<>(told("learnt", learnt));
        scores.addAll(told("distance", plain));
        return scores;
    }

    private static List<Score> told(String kind, MachineScore score) {
        var faulty = score.faulty();
        var of = " of " + score.machines() + " machines made by seed " + SEED;
        return List.of(
                plain("made.machines.f1." + kind, faulty.f1(), faulty.rows(), "rows of those with faults" + of),
                plain("made.machines.far." + kind, faulty.far(), faulty.rows(), "%, false alarms"),
                plain("made.machines.mar." + kind, faulty.mar(), faulty.rows(), "%, missed"),
                plain(
                        "made.machines.free.far." + kind,
                        score.sound().far(),
                        score.sound().rows(),
                        "%, rows of those without"));
    }

    private static List<Score> districts(Detector detector) throws IOException {
        var night = new DistrictScore();
        var plain = new DistrictScore();
        for (var district : MadeDistrict.all(QUARTERS, SEED)) {
            var series = new Detector.Series(district.meters(), district.rows());
            night.add(district, detector.run("night-flow", series).alarms());
            plain.add(district, NightSum.alarms(inflow(district)));
        }
        var scores = new ArrayList<>(told("nightFlow", night));
        scores.addAll(told("nightSum", plain));
        return scores;
    }

    private static double[] inflow(MadeDistrict district) {
        return district.values().stream()
                .mapToDouble(row -> Arrays.stream(row, 0, district.inlets()).sum())
                .toArray();
    }

    private static List<Score> told(String kind, DistrictScore score) {
        var of = " leaks in " + score.districts() + " districts made by seed " + SEED;
        return List.of(
                plain(
                        "made.districts.found." + kind,
                        score.found(),
                        score.leaks(),
                        score.count() + " within 14 days, of the" + of),
                plain(
                        "made.districts.unmatched." + kind,
                        score.unmatched(),
                        score.falseAlarms(),
                        "alarms a week of no leak"),
                plain("made.districts.delay." + kind, score.delay(), score.count(), "days, median"));
    }

    private static Score plain(String name, double value, int n, String note) {
        return new Score(name, value, Score.Goal.NONE, "", n, note);
    }
}
