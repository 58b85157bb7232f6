package io.chengyun.acceptance.judge;

import io.chengyun.acceptance.house.Places;
import io.chengyun.acceptance.judge.requests.BostonScoring;
import io.chengyun.acceptance.judge.requests.RouteScoring;
import io.chengyun.acceptance.judge.text.AddressScoring;
import io.chengyun.acceptance.judge.text.DuplicateScoring;
import io.chengyun.acceptance.judge.text.TopicScoring;
import io.chengyun.acceptance.judge.text.TriageScoring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Prints one JSON line a score: {@code ./chengyun judge [NAME…] [--write]}. */
public final class Judge {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String WRITE = "--write";
    private static final List<Scoring> SCORINGS = List.of(
            new MadeScoring(),
            new NabScoring(),
            new SkabScoring(),
            new LeakScoring(),
            new StationScoring(),
            new RainScoring(),
            new AddressScoring(),
            new TriageScoring(),
            new DuplicateScoring(),
            new TopicScoring(),
            new RouteScoring(),
            new BostonScoring());

    private Judge() {}

    /** Arguments: names of scorings, all without one; {@code --write} puts the scores into docs/judgement.md as well. */
    public static void main(String[] arguments) throws IOException {
        var names = new ArrayList<>(List.of(arguments));
        boolean writes = names.remove(WRITE);
        var known = SCORINGS.stream().map(Scoring::name).toList();
        if (!known.containsAll(names)) {
            System.err.println("no such score; there are " + known);
            System.exit(2);
        }
        var page = new ScorePage(Places.ROOT.resolve("docs/judgement.md"));
        for (var scoring : SCORINGS) {
            if (names.isEmpty() || names.contains(scoring.name())) {
                var scores = take(scoring);
                for (var score : scores) {
                    System.out.println(JSON.writeValueAsString(score.line()));
                }
                if (writes && !scores.isEmpty()) {
                    page.write(scoring.name(), scores);
                }
            }
        }
    }

    private static List<Score> take(Scoring scoring) throws IOException {
        var data = data();
        for (var file : scoring.files()) {
            if (!Files.exists(data.resolve(file))) {
                System.err.println("skipped " + scoring.name() + ": no " + data.resolve(file)
                        + "; set CHENGYUN_SHARED_DATA to the folder of the shared data");
                return List.of();
            }
        }
        var folder = Files.createTempDirectory("chengyun-judge");
        try {
            return scoring.score(data, new Detector(folder));
        } finally {
            for (var name : List.of("in.csv", "out.csv", "rule.yml")) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
        }
    }

    private static Path data() {
        var folder = System.getenv("CHENGYUN_SHARED_DATA");
        return folder == null ? Places.ROOT.resolveSibling("shared/data") : Path.of(folder);
    }
}
