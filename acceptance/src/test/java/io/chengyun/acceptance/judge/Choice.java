package io.chengyun.acceptance.judge;

import io.chengyun.acceptance.judge.made.Grid;
import io.chengyun.acceptance.judge.made.MadeDistrict;
import io.chengyun.acceptance.judge.made.MadeMachine;
import io.chengyun.kernel.Grade;
import io.chengyun.rules.Joint;
import io.chengyun.rules.Words;
import io.chengyun.rules.leak.NightFlow;
import io.chengyun.rules.leak.NightHours;
import io.chengyun.rules.leak.Vigilance;
import io.chengyun.rules.learning.Company;
import io.chengyun.rules.learning.Learnt;
import io.chengyun.rules.learning.Tuning;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/**
 * How numbers of detectors are chosen (选参): a grid of them on what we make, by seeds that {@link MadeScoring} does not show.
 * {@code ./chengyun choose machines|nights}.
 */
public final class Choice {

    private static final long SEEDS = 8;
    private static final int OF_EACH = 4;
    /** Alarms a week of no leak that the goal allows. */
    private static final double ALLOWED = 0.17;

    /** In F1, what is as good as the best. */
    private static final double TIE = 0.002;

    private static final Words WORDS = new Words("试", "tried", "单位", "units");

    private Choice() {}

    /**
     * Prints what every choice reaches and the one that is taken: of machines by {@link Grid#simplest}, of nights by
     * {@link Grid#quietest}.
     */
    public static void main(String[] arguments) {
        if (arguments.length != 1 || !List.of("machines", "nights").contains(arguments[0])) {
            System.err.println("name what to choose by: machines or nights");
            System.exit(2);
        }
        boolean machines = arguments[0].equals("machines");
        var grid = machines ? machines() : nights();
        grid.lines().forEach(System.out::println);
        System.out.println("best   " + grid.best());
        System.out.println("chosen " + (machines ? grid.simplest(TIE) : grid.quietest()));
    }

    private static Grid machines() {
        var sets = LongStream.rangeClosed(1, SEEDS).mapToObj(Choice::faulty).toList();
        var grid = new Grid(Double.MAX_VALUE);
        for (var company : companies()) {
            var scores = sets.stream().map(set -> score(set, company)).toList();
            grid.add(
                    company.toString(),
                    each(scores, score -> score.faulty().f1()),
                    each(scores, score -> score.faulty().far()));
        }
        return grid;
    }

    /** Those without faults count for nothing in F1. */
    private static List<MadeMachine> faulty(long seed) {
        return MadeMachine.all(OF_EACH, seed).stream()
                .filter(MadeMachine::isFaulty)
                .toList();
    }

    /** The simplest first: without a look ahead, then the smaller one. */
    private static List<Company> companies() {
        var all = new ArrayList<Company>();
        for (double ahead : List.of(0.0, 2.0, 8.0, 16.0, 32.0, 64.0, 128.0)) {
            for (int smoothing : List.of(10, 5, 20, 40)) {
                companies(ahead, smoothing, all);
            }
        }
        return all;
    }

    private static void companies(double ahead, int smoothing, List<Company> all) {
        for (double margin : List.of(1.0, 1.2, 1.5, 2.0, 2.5, 3.0)) {
            for (double back : List.of(0.5, 0.6, 0.7, 0.8, 0.9)) {
                for (int settles : List.of(30, 15, 60)) {
                    if (settles > smoothing) {
                        all.add(new Company(MachineScore.LEARNS, ahead, smoothing, margin, back, settles));
                    }
                }
            }
        }
    }

    private static MachineScore score(List<MadeMachine> machines, Company company) {
        var rule = new Learnt(WORDS, Grade.BLUE, new Tuning(30, 256, 500, 3, 100, 4), company);
        var score = new MachineScore();
        for (var machine : machines) {
            var rows = machine.values();
            score.add(machine, flags(rule.together(machine.sensors()), rows, Duration.ofSeconds(1), 0));
        }
        return score;
    }

    private static Grid nights() {
        var sets = LongStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> MadeDistrict.all(OF_EACH, seed))
                .toList();
        var grid = new Grid(ALLOWED);
        for (var vigilance : vigilances()) {
            var scores = sets.stream().map(set -> score(set, vigilance)).toList();
            grid.add(vigilance.toString(), each(scores, DistrictScore::found), each(scores, DistrictScore::unmatched));
        }
        return grid;
    }

    private static List<Vigilance> vigilances() {
        var all = new ArrayList<Vigilance>();
        for (double slack : List.of(0.25, 0.5, 0.75, 1.0, 1.5)) {
            for (double decision : List.of(3.0, 4.0, 5.0, 6.0, 8.0, 10.0)) {
                for (int settles : List.of(5, 3, 7)) {
                    all.add(new Vigilance(slack, decision, 0.02, 14, settles));
                }
            }
        }
        return all;
    }

    private static DistrictScore score(List<MadeDistrict> districts, Vigilance vigilance) {
        var step = Duration.ofMinutes(5);
        var hours = new NightHours(ZoneOffset.UTC, LocalTime.of(1, 0), LocalTime.of(5, 0));
        var rule = new NightFlow(WORDS, Grade.BLUE, hours, vigilance, step);
        var score = new DistrictScore();
        for (var district : districts) {
            long begins = MadeDistrict.at(0).getEpochSecond() * 1_000_000;
            var flags = flags(rule.together(district.meters()), district.values(), step, begins);
            score.add(district, new Detector.Said(new double[0], flags).alarms());
        }
        return score;
    }

    private static boolean[] flags(Joint.Weighing weighing, List<double[]> rows, Duration step, long begins) {
        var flags = new boolean[rows.size()];
        for (int row = 0; row < flags.length; row++) {
            weighing.on(begins + row * step.toNanos() / 1_000, rows.get(row));
            flags[row] = weighing.score() >= 0.5;
        }
        return flags;
    }

    private static <T> double[] each(List<T> scores, ToDoubleFunction<T> of) {
        return scores.stream().mapToDouble(of).toArray();
    }
}
