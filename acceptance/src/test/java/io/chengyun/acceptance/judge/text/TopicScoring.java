package io.chengyun.acceptance.judge.text;

import io.chengyun.acceptance.house.Places;
import io.chengyun.acceptance.judge.Detector;
import io.chengyun.acceptance.judge.Score;
import io.chengyun.acceptance.judge.Score.Goal;
import io.chengyun.acceptance.judge.Scoring;
import io.chengyun.platform.intake.topics.TopicsCommand;
import io.chengyun.platform.table.TableReader;
import io.chengyun.platform.table.TableWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Citizens' messages (市民留言) of which some are known by a keyword: whether {@code ./chengyun topics} keeps these together. */
public final class TopicScoring implements Scoring {

    private static final String FILE = "requests_zh/teddy2020C_att3_hot_topics_4326.csv.gz";

    /** The groups that the data's own page names; all words must stand in headline or text. */
    private static final Map<String, List<String>> GROUPS = groups();

    private static Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (var word : List.of("伊景园", "丽发新城", "魅力之城", "58车贷", "五矿万境", "绿地海外滩", "凉塘路")) {
            groups.put(word, List.of(word));
        }
        groups.put("人才补贴", List.of("人才", "补贴"));
        return groups;
    }

    @Override
    public String name() {
        return "topics";
    }

    @Override
    public List<String> files() {
        return List.of(FILE);
    }

    /** A topic that the command wrote. */
    private record Found(String title, String hotOn, Set<String> ids) {

        long of(Set<String> group) {
            return ids.stream().filter(group::contains).count();
        }
    }

    @Override
    public List<Score> score(Path data, Detector unused) throws IOException {
        var folder = Files.createTempDirectory("chengyun-topics");
        try {
            Map<String, String> messages = new LinkedHashMap<>();
            var in = folder.resolve("in.csv");
            try (var table = new TableWriter(in, List.of("id", "text", "at"))) {
                new TableReader(data.resolve(FILE), List.of("留言编号", "留言主题", "留言时间", "留言详情"))
                        .read(
                                row -> {
                                    var text = row.get(1).strip() + "\n"
                                            + row.get(3).strip();
                                    messages.put(row.get(0), text);
                                    table.write(List.of(row.get(0), text, row.get(2)));
                                },
                                torn -> {
                                    throw new IllegalStateException(torn);
                                });
            }
            return scores(messages, topics(in, folder.resolve("out.csv")));
        } finally {
            Packed.delete(folder);
        }
    }

    private static List<Found> topics(Path in, Path out) throws IOException {
        int ended = new TopicsCommand(Places.ROOT.resolve("districts"), Packed.errors())
                .run(List.of("--in", in.toString(), "--out", out.toString()));
        if (ended != 0) {
            throw new IOException("topics ended with " + ended);
        }
        var topics = new ArrayList<Found>();
        new TableReader(out, List.of("topic", "title", "hot_on", "ids"))
                .read(
                        row -> topics.add(new Found(
                                row.get(1), row.get(2), Set.of(row.get(3).split(" ")))),
                        torn -> {
                            throw new IllegalStateException(torn);
                        });
        return topics;
    }

    private static List<Score> scores(Map<String, String> messages, List<Found> topics) {
        var scores = new ArrayList<Score>();
        double recalls = 0;
        double precisions = 0;
        for (var group : GROUPS.entrySet()) {
            var ids = messages.entrySet().stream()
                    .filter(one -> group.getValue().stream().allMatch(one.getValue()::contains))
                    .map(Map.Entry::getKey)
                    .collect(java.util.stream.Collectors.toSet());
            var best = topics.stream()
                    .max(Comparator.comparingLong(topic -> topic.of(ids)))
                    .orElseThrow();
            double recall = (double) best.of(ids) / ids.size();
            recalls += recall / GROUPS.size();
            precisions += (double) best.of(ids) / best.ids().size() / GROUPS.size();
            var note = best.of(ids) + " in one topic of " + best.ids().size() + ", "
                    + (best.hotOn().isEmpty() ? "never hot" : "hot on " + best.hotOn());
            scores.add(new Score("topics.recall." + group.getKey(), recall, Goal.NONE, "", ids.size(), note));
        }
        long hot = topics.stream().filter(one -> !one.hotOn().isEmpty()).count();
        var note = topics.size() + " topics, " + hot + " of them hot";
        scores.add(0, new Score("topics.recall", recalls, Goal.NONE, "", messages.size(), note));
        scores.add(1, new Score("topics.precision", precisions, Goal.NONE, "", messages.size(), "of the topics below"));
        return scores;
    }
}
