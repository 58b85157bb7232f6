package io.chengyun.acceptance.judge.requests;

import io.chengyun.acceptance.house.Replay;
import io.chengyun.acceptance.judge.Detector;
import io.chengyun.acceptance.judge.Score;
import io.chengyun.acceptance.judge.Score.Goal;
import io.chengyun.acceptance.judge.Scoring;
import io.chengyun.acceptance.judge.requests.Boston.Asked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/** Boston's requests (波士顿诉求): through {@code ./chengyun replay --requests --actors data}, its clock held against the city's own flag. */
public final class BostonScoring implements Scoring {

    /** Times without an offset are the district's. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public List<String> files() {
        return List.of(Boston.FILE);
    }

    @Override
    public List<Score> score(Path data, Detector unused) throws IOException {
        var boston = Boston.read(data);
        var folder = Files.createTempDirectory("chengyun-boston");
        try {
            var requests = folder.resolve("requests.csv");
            boston.writeRequests(requests);
            var replay = Replay.ofRequests(folder, requests, "--actors", "data");
            var clock = new ClockScore();
            replay.forEach(ClockScore::counts, clock::add);
            return scores(boston.all().stream().filter(Asked::hasTarget).toList(), clock);
        } finally {
            for (var name : List.of("requests.csv", "events.jsonl", "summary.json", "replay.log")) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
        }
    }

    private static List<Score> scores(List<Asked> targeted, ClockScore clock) {
        var played = targeted.stream().filter(clock::knows).toList();
        var overdue = played.stream().filter(Asked::overdue).toList();
        int refused = targeted.size() - played.size();
        double never = 1 - (double) overdue.size() / Math.max(1, played.size());
        var targets = new HashMap<String, String>();
        overdue.forEach(row -> targets.put(row.id(), target(row)));
        return List.of(
                new Score(
                        "clock.agreement",
                        clock.agreement(played),
                        Goal.atLeast(1),
                        String.format(Locale.ROOT, "a clock that is never overdue %.3f", never),
                        played.size(),
                        "rows that have a target"),
                new Score(
                        "clock.minute",
                        clock.minutes(overdue, targets),
                        Goal.atLeast(1),
                        "",
                        overdue.size(),
                        "overdue rows, told in the minute of the target"),
                new Score(
                        "clock.refused",
                        refused,
                        Goal.NONE,
                        "",
                        targeted.size(),
                        "rows with a target that end before they begin"));
    }

    private static String target(Asked row) {
        return LocalDateTime.parse(row.cell("sla_target_dt"), TIME)
                .atZone(ZONE)
                .toInstant()
                .toString();
    }
}
