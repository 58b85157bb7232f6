package io.chengyun.acceptance.judge.text;

import io.chengyun.acceptance.judge.Detector;
import io.chengyun.acceptance.judge.Score;
import io.chengyun.acceptance.judge.Score.Goal;
import io.chengyun.acceptance.judge.Scoring;
import io.chengyun.acceptance.judge.text.Messages.Message;
import io.chengyun.platform.intake.triage.TriageCommand;
import io.chengyun.platform.language.Encoder;
import io.chengyun.platform.language.SentenceEncoder;
import io.chengyun.platform.table.TableReader;
import io.chengyun.platform.table.TableWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Citizens' messages in seven classes (市民留言): ten times nine tenths teach {@code ./chengyun triage} and the rest is asked. */
public final class TriageScoring implements Scoring {

    private static final int FOLDS = 10;
    /** None of those that anything was looked at with. */
    private static final List<Integer> SEEDS = List.of(31, 32, 33);

    @Override
    public String name() {
        return "triage";
    }

    @Override
    public List<String> files() {
        return List.of(Messages.LABELLED);
    }

    @Override
    public List<Score> score(Path data, Detector unused) throws IOException {
        var messages = Messages.labelled(data).all();
        var folder = Files.createTempDirectory("chengyun-triage");
        try {
            var encoder = remembering(new SentenceEncoder());
            var all = new ClassScore();
            double lowest = 1;
            double highest = 0;
            for (int seed : SEEDS) {
                var score = new ClassScore();
                var folds = folds(messages, seed);
                for (int fold = 0; fold < FOLDS; fold++) {
                    ask(messages, folds, fold, new Run(folder, encoder), List.of(score, all));
                }
                lowest = Math.min(lowest, score.macroF1());
                highest = Math.max(highest, score.macroF1());
            }
            var range = String.format("three cuttings into ten, %.3f to %.3f", lowest, highest);
            return scores(all, range);
        } finally {
            Packed.delete(folder);
        }
    }

    private static List<Score> scores(ClassScore all, String range) {
        var reference = "naive Bayes on these 0.695; an SVM from 8,300 others 0.911";
        return List.of(
                new Score("triage.macroF1", all.macroF1(), Goal.atLeast(0.85), reference, all.size(), range),
                new Score("triage.accuracy", all.accuracy(), Goal.NONE, "", all.size(), ""),
                new Score(
                        "triage.calibration",
                        all.calibrationError(),
                        Goal.NONE,
                        "",
                        all.size(),
                        "how far confidence and truth are apart"));
    }

    /** The same texts come in many folds; their meaning does not depend on the fold. */
    private static Encoder remembering(Encoder encoder) {
        var known = new ConcurrentHashMap<String, float[]>();
        return text -> known.computeIfAbsent(text, encoder::encode);
    }

    /** Each message's fold, every class spread over all folds. */
    private static int[] folds(List<Message> messages, int seed) {
        Map<String, List<Integer>> classes = new TreeMap<>();
        for (int i = 0; i < messages.size(); i++) {
            classes.computeIfAbsent(messages.get(i).label(), any -> new ArrayList<>())
                    .add(i);
        }
        var random = new Random(seed);
        var folds = new int[messages.size()];
        classes.values().forEach(members -> {
            Collections.shuffle(members, random);
            for (int i = 0; i < members.size(); i++) {
                folds[members.get(i)] = i % FOLDS;
            }
        });
        return folds;
    }

    private record Run(Path folder, Encoder encoder) {}

    private static void ask(List<Message> messages, int[] folds, int fold, Run run, List<ClassScore> scores)
            throws IOException {
        var train = run.folder().resolve("train.csv");
        var in = run.folder().resolve("in.csv");
        var out = run.folder().resolve("out.csv");
        try (var taught = new TableWriter(train, List.of("id", "text", "label"));
                var asked = new TableWriter(in, List.of("id", "text"))) {
            for (int i = 0; i < folds.length; i++) {
                var message = messages.get(i);
                if (folds[i] == fold) {
                    asked.write(List.of(message.id(), message.text()));
                } else {
                    taught.write(List.of(message.id(), message.text(), message.label()));
                }
            }
        }
        int ended = new TriageCommand(run.encoder(), Packed.errors())
                .run(List.of("--train", train.toString(), "--in", in.toString(), "--out", out.toString()));
        if (ended != 0) {
            throw new IOException("triage ended with " + ended);
        }
        var labels = messages.stream().collect(Collectors.toMap(Message::id, Message::label));
        new TableReader(out, List.of("id", "label", "confidence"))
                .read(
                        row -> scores.forEach(score -> score.add(
                                String.valueOf(labels.get(row.get(0))), row.get(1), Double.parseDouble(row.get(2)))),
                        torn -> {
                            throw new IllegalStateException(torn);
                        });
    }
}
