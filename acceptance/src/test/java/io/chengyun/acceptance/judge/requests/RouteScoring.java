package io.chengyun.acceptance.judge.requests;

import io.chengyun.acceptance.judge.Detector;
import io.chengyun.acceptance.judge.Score;
import io.chengyun.acceptance.judge.Score.Goal;
import io.chengyun.acceptance.judge.Scoring;
import io.chengyun.acceptance.judge.requests.Boston.Asked;
import io.chengyun.platform.dispatch.routing.RouteCommand;
import io.chengyun.platform.table.TableReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Boston's queues (波士顿派遣): the earlier seven tenths teach {@code ./chengyun route}, the later are asked. */
public final class RouteScoring implements Scoring {

    private static final double TAUGHT = 0.7;

    @Override
    public String name() {
        return "route";
    }

    @Override
    public List<String> files() {
        return List.of(Boston.FILE);
    }

    @Override
    public List<Score> score(Path data, Detector unused) throws IOException {
        var boston = Boston.read(data);
        int cut = (int) (boston.all().size() * TAUGHT);
        var ranks = ranks(boston, cut);
        var earlier = boston.all().subList(0, cut);
        var later = boston.all().subList(cut, boston.all().size());
        return List.of(score("route.top1", ranks, earlier, later, 1), score("route.top3", ranks, earlier, later, 3));
    }

    private static Score score(
            String name, Map<String, Integer> ranks, List<Asked> earlier, List<Asked> later, int most) {
        long right = later.stream()
                .filter(row -> ranks.getOrDefault(row.id(), Integer.MAX_VALUE) <= most)
                .count();
        var reference = String.format(
                Locale.ROOT,
                "the type's most frequent %.3f, the type and neighbourhood's %.3f",
                frequent(earlier, later, most, List.of("type")),
                frequent(earlier, later, most, List.of("type", "neighborhood")));
        var note = "later rows, after " + earlier.get(earlier.size() - 1).cell("open_dt");
        return new Score(name, (double) right / later.size(), Goal.NONE, reference, later.size(), note);
    }

    /** By its number, at which place the queue stood that took the row. */
    private static Map<String, Integer> ranks(Boston boston, int cut) throws IOException {
        var folder = Files.createTempDirectory("chengyun-route");
        var train = folder.resolve("train.csv");
        var in = folder.resolve("in.csv");
        var out = folder.resolve("out.csv");
        try {
            boston.writeRouted(train, 0, cut);
            boston.writeRouted(in, cut, boston.all().size());
            int ended = new RouteCommand(new PrintStream(System.err, true, StandardCharsets.UTF_8))
                    .run(List.of("--train", train.toString(), "--in", in.toString(), "--out", out.toString()));
            if (ended != 0) {
                throw new IOException("route ended with " + ended);
            }
            return ranks(boston, out);
        } finally {
            for (var file : List.of(train, in, out)) {
                Files.deleteIfExists(file);
            }
            Files.delete(folder);
        }
    }

    private static Map<String, Integer> ranks(Boston boston, Path ranked) {
        var queues = new HashMap<String, String>();
        boston.all().forEach(row -> queues.put(row.id(), row.cell("queue")));
        var ranks = new HashMap<String, Integer>();
        new TableReader(ranked, List.of("external_id", "organisation", "second", "third"))
                .read(
                        row -> {
                            int place = row.lastIndexOf(queues.getOrDefault(row.get(0), ""));
                            if (place > 0) {
                                ranks.put(row.get(0), place);
                            }
                        },
                        torn -> {
                            throw new IllegalStateException(torn);
                        });
        return ranks;
    }

    /** How often one of the most frequent queues of such rows took it. */
    private static double frequent(List<Asked> earlier, List<Asked> later, int most, List<String> by) {
        Map<List<String>, Map<String, Integer>> counts = new HashMap<>();
        for (var row : earlier) {
            counts.computeIfAbsent(key(row, by), any -> new HashMap<>()).merge(row.cell("queue"), 1, Integer::sum);
        }
        long right = later.stream()
                .filter(row -> counts.getOrDefault(key(row, by), Map.of()).entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                        .limit(most)
                        .anyMatch(one -> one.getKey().equals(row.cell("queue"))))
                .count();
        return (double) right / later.size();
    }

    private static List<String> key(Asked row, List<String> by) {
        return by.stream().map(row::cell).toList();
    }
}
