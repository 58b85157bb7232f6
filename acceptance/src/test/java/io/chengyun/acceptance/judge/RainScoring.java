package io.chengyun.acceptance.judge;

import io.chengyun.acceptance.house.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Four years of rain in Shanghai (上海降雨): each event beyond a limit is to raise once, whatever its hours do. */
final class RainScoring implements Scoring {

    private static final String FILE = "air_weather/ShanghaiPM.csv.gz";
    /** Hours without rain that part two events. */
    private static final int DRY = 6;

    /** An entry of the flood scenario's rules, and of what it says its hours and its mildest limit. */
    private static final Pattern RULE = Pattern.compile(
            "(?s)  - (id: rain-\\dh\n.*?window: PT(\\d)H.*?BLUE, over: (\\d+).*?)(?=\n  - id:|\n\n|\n  #)");

    @Override
    public String name() {
        return "rain";
    }

    @Override
    public List<String> files() {
        return List.of(FILE);
    }

    @Override
    public List<Score> score(Path data, Detector detector) throws IOException {
        var station = Station.read(data.resolve(FILE), "precipitation");
        var scores = new ArrayList<Score>();
        var rules = RULE.matcher(Files.readString(Places.ROOT.resolve("scenarios/flood/rules.yml")));
        while (rules.find()) {
            int hours = Integer.parseInt(rules.group(2));
            int limit = Integer.parseInt(rules.group(3));
            var said = detector.run(
                    rules.group(1).replace("\n    ", "\n"), new Detector.Series(1, station.rows(station.values)));
            scores.addAll(scores(station.values, hours, limit, said));
        }
        return scores;
    }

    private static List<Score> scores(double[] rain, int hours, int limit, Detector.Said said) {
        var name = "rain." + hours + "h";
        var events = events(rain, hours, limit);
        int once = 0;
        int raised = 0;
        for (var event : events) {
            long raises = said.alarms().stream().filter(event::holds).count();
            once += raises == 1 ? 1 : 0;
            raised += (int) raises;
        }
        int stray = said.alarms().size() - raised;
        return List.of(
                new Score(
                        name + ".once",
                        events.isEmpty() ? 0 : (double) once / events.size(),
                        Score.Goal.atLeast(1),
                        "",
                        events.size(),
                        "events over " + limit + " mm in " + hours + " h that raised once"),
                new Score(
                        name + ".stray",
                        stray,
                        Score.Goal.atMost(0),
                        "",
                        said.alarms().size(),
                        "alarms of no event"));
    }

    /** Rain from its first hour to its last, parted by dry hours, whose sum over so many hours was beyond the limit. */
    static List<FaultScore.Fault> events(double[] rain, int hours, double limit) {
        var events = new ArrayList<FaultScore.Fault>();
        int first = -1;
        int last = -1;
        boolean beyond = false;
        for (int i = 0; i <= rain.length + DRY; i++) {
            boolean rains = i < rain.length && rain[i] > 0;
            if (first >= 0 && i - last > DRY) {
                if (beyond) {
                    events.add(new FaultScore.Fault(first, last + DRY));
                }
                first = -1;
                beyond = false;
            }
            if (rains) {
                first = first < 0 ? i : first;
                last = i;
                beyond |= sum(rain, Math.max(0, i - hours + 1), i) > limit;
            }
        }
        return events;
    }

    private static double sum(double[] rain, int from, int last) {
        double sum = 0;
        for (int i = from; i <= last; i++) {
            sum += Double.isNaN(rain[i]) ? 0 : rain[i];
        }
        return Math.round(sum * 1e6) / 1e6;
    }
}
