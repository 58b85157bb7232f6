package io.chengyun.acceptance.judge;

import io.chengyun.acceptance.judge.FaultScore.Fault;
import io.chengyun.rules.Words;
import io.chengyun.rules.group.Member;
import io.chengyun.rules.group.Neighbours;
import io.chengyun.rules.group.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Weather and air stations (站点故障): real hours of Beijing and Shanghai into which a seed puts devices' faults. */
final class StationScoring implements Scoring {

    private static final long SEED = 20_130_301;
    private static final List<String> BEIJING = List.of("Aotizhongxin", "Changping", "Dingling", "Dongsi");
    private static final String SHANGHAI = "air_weather/ShanghaiPM.csv.gz";
    private static final int STUCK_HOURS = 12;
    private static final double LEAP_CELSIUS = 20;
    private static final double LEAP_MICROGRAMS = 500;

    @Override
    public String name() {
        return "stations";
    }

    @Override
    public List<String> files() {
        var files = new ArrayList<>(List.of(SHANGHAI));
        BEIJING.forEach(station -> files.add(beijing(station)));
        return files;
    }

    private static String beijing(String station) {
        return "air_weather/PRSA_Data_" + station + "_20130301-20170228.csv.gz";
    }

    @Override
    public List<Score> score(Path data, Detector detector) throws IOException {
        var temperatures = new ArrayList<Station>();
        var particles = new ArrayList<Station>();
        for (var station : BEIJING) {
            temperatures.add(Station.read(data.resolve(beijing(station)), "TEMP"));
            particles.add(Station.read(data.resolve(beijing(station)), "PM2.5"));
        }
        var shanghai = new ArrayList<Station>();
        for (var column : List.of("PM_Jingan", "PM_US Post", "PM_Xuhui")) {
            shanghai.add(Station.read(data.resolve(SHANGHAI), column));
        }
        var scores = new ArrayList<Score>();
        scores.addAll(health("stations.beijing.temperature", temperatures, LEAP_CELSIUS, detector));
        scores.addAll(health("stations.beijing.pm25", particles, LEAP_MICROGRAMS, detector));
        scores.addAll(health("stations.shanghai.pm25", shanghai, LEAP_MICROGRAMS, detector));
        scores.addAll(drift(temperatures)
                .scores("stations.beijing.temperature.drift", "8 °C in a fortnight, held for another"));
        return scores;
    }

    private static List<Score> health(String name, List<Station> stations, double leap, Detector detector)
            throws IOException {
        var stuck = new FaultScore();
        var spike = new FaultScore();
        for (var station : stations) {
            var stood = new double[station.values.length];
            var stands = station.stick(stood, STUCK_HOURS, SEED);
            stuck.add(stands, alarms("stuck", station.rows(stood), detector), station.weeks());
            var leapt = new double[station.values.length];
            var leaps = station.leap(leapt, leap, SEED);
            spike.add(leaps, alarms("spike", station.rows(leapt), detector), station.weeks());
        }
        var scores = new ArrayList<>(stuck.scores(name + ".stuck", STUCK_HOURS + " hours alike"));
        scores.addAll(spike.scores(name + ".spike", "one hour, by " + leap));
        return scores;
    }

    private static List<Fault> alarms(String kind, List<String> rows, Detector detector) throws IOException {
        return FaultScore.runs(detector.run(kind, new Detector.Series(1, rows)).flags());
    }

    /** Each station in turn drifts, and is held against the others. */
    private static FaultScore drift(List<Station> stations) {
        var score = new FaultScore();
        for (var centre : stations) {
            var drift = new Drift(centre.values.length);
            score.add(drift.faults(), driftAlarms(stations, centre, drift), centre.weeks());
        }
        return score;
    }

    private static List<Fault> driftAlarms(List<Station> stations, Station centre, Drift drift) {
        var rule = new Neighbours(
                new Words("气温", "temperature", "度", "°C"),
                "temperature",
                4,
                3,
                Duration.ofDays(7),
                Duration.ofHours(1));
        var state = rule.initial();
        var flags = new boolean[centre.values.length];
        boolean drifts = false;
        for (int row = 0; row < flags.length; row++) {
            for (int i = 0; i < stations.size(); i++) {
                var station = stations.get(i);
                boolean central = station == centre;
                double value = station.values[row] + (central ? drift.at(row) : 0);
                if (Double.isNaN(value)) {
                    continue;
                }
                var member = new Member(i, "temperature", 0, 0, central);
                long micros = station.at(row).getEpochSecond() * 1_000_000;
                var finding = rule.on(state, Report.measured(member, micros, value));
                if (finding != null) {
                    drifts = finding.finding().state() == io.chengyun.rules.Finding.State.GRADED;
                }
            }
            flags[row] = drifts;
        }
        return FaultScore.runs(flags);
    }

    /** A sensor that goes off by eight degrees in a fortnight, stays off for another, and is replaced. */
    private record Drift(int rows) {

        private static final int EVERY = 24 * 90;
        private static final int LONG = 24 * 28;
        private static final int GROWS = 24 * 14;
        private static final double MOST = 8;
        /** Hours in which a window of seven days still holds the fault. */
        private static final int AFTER = 24 * 7;

        double at(int row) {
            int since = row % EVERY - EVERY / 2;
            return since < 0 || since >= LONG ? 0 : MOST * Math.min(1, (double) since / GROWS);
        }

        List<Fault> faults() {
            var faults = new ArrayList<Fault>();
            for (int start = EVERY / 2; start + LONG < rows; start += EVERY) {
                faults.add(new Fault(start, start + LONG + AFTER));
            }
            return faults;
        }
    }
}
