package io.chengyun.acceptance.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** BattLeDIM (漏损竞赛): a network's inlets and pump every five minutes, and when which pipe began to leak. */
final class LeakScoring implements Scoring {

    private static final String FLOWS = "battledim/2019_SCADA_Flows.csv.gz";
    private static final String LEAKS = "battledim/leakages_truth.csv";
    private static final int METERS = 3;
    private static final int ROWS_A_WEEK = 7 * 288;

    @Override
    public String name() {
        return "battledim";
    }

    @Override
    public List<String> files() {
        return List.of(FLOWS, LEAKS);
    }

    @Override
    public List<Score> score(Path data, Detector detector) throws IOException {
        var lines = Archive.lines(data.resolve(FLOWS));
        var rows = lines.subList(1, lines.size()).stream()
                .map(line -> line.replace(',', '.').replace(';', ','))
                .toList();
        var leaks = leaks(Files.readAllLines(data.resolve(LEAKS)), at(rows.get(0)));
        var scores = new ArrayList<>(scores("", rows, METERS, leaks, detector));
        var inflow = rows.stream().map(LeakScoring::inflow).toList();
        scores.addAll(scores(".inflow", inflow, 1, leaks, detector).subList(0, 2));
        return scores;
    }

    private static List<Score> scores(
            String suffix, List<String> rows, int columns, List<LeakScore.Leak> leaks, Detector detector)
            throws IOException {
        var score = new LeakScore(leaks);
        for (int row :
                detector.run("night-flow", new Detector.Series(columns, rows)).alarms()) {
            score.add(at(rows.get(row)));
        }
        double weeks = (double) rows.size() / ROWS_A_WEEK;
        int n = leaks.size();
        var what = suffix.isEmpty() ? "inlets and pump" : "the sum of the inlets only";
        var goal = suffix.isEmpty() ? Score.Goal.atLeast(15.0 / 19) : Score.Goal.NONE;
        var quiet = suffix.isEmpty() ? Score.Goal.atMost(0.17) : Score.Goal.NONE;
        return List.of(
                new Score(
                        "battledim.found" + suffix,
                        (double) score.found() / n,
                        goal,
                        "night CUSUM 13–15 of 19 (0.68–0.79)",
                        n,
                        score.found() + " within 14 days by " + what + ": " + score.pipes()),
                new Score(
                        "battledim.unmatched" + suffix,
                        score.unmatched() / weeks,
                        quiet,
                        "night CUSUM 0.17–0.29",
                        score.unmatched(),
                        "alarms a week of no leak; besides, " + score.repeated() + " repeated"),
                new Score(
                        "battledim.delay" + suffix, score.delay(), Score.Goal.NONE, "", score.found(), "days, median"));
    }

    private static List<LeakScore.Leak> leaks(List<String> lines, Instant from) {
        return lines.stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split(",\\s*"))
                .map(cells -> new LeakScore.Leak(cells[0], at(cells[1])))
                .filter(leak -> leak.began().isAfter(from))
                .toList();
    }

    private static String inflow(String row) {
        var cells = row.split(",");
        return cells[0] + "," + (Double.parseDouble(cells[1]) + Double.parseDouble(cells[2]));
    }

    private static Instant at(String row) {
        return LocalDateTime.parse(row.split(",")[0].strip().replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }
}
