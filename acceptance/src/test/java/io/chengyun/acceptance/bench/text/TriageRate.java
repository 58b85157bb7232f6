package io.chengyun.acceptance.bench.text;

import io.chengyun.acceptance.bench.Figure;
import io.chengyun.acceptance.bench.Measurement;
import io.chengyun.platform.intake.triage.Labelled;
import io.chengyun.platform.intake.triage.Triage;
import io.chengyun.platform.language.SentenceEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Texts a second to class, confidence and precedents, beside their encoding alone. */
public final class TriageRate implements Measurement {

    private static final List<String> SAID = List.of(
            "小区门口的路灯坏了好几天没有人来修，晚上出门很不安全",
            "公交车等了四十分钟还没有来，站牌上的时间表也不准",
            "学校周边的饭馆油烟很大，孩子们放学经过都要捂着鼻子",
            "单位拖欠工资三个月，多次催要都没有结果",
            "医院挂号排队太长，老人站了一上午还没有看上病",
            "河道里漂着垃圾，天热的时候臭味很重",
            "景区停车收费没有公示牌，也不给发票");

    private static final int LEARNT = 1_000;
    private static final int ASKED = 400;
    private static final int ROUNDS = 3;
    /** As long as the citizens' messages that triage is scored on are in the middle. */
    private static final int LENGTH = 390;
    /** As much of a text as is encoded. */
    private static final int MEANT = 64;

    @Override
    public String name() {
        return "intake.triage";
    }

    @Override
    public Figure measure(Path folder) {
        var random = new Random(310112);
        var encoder = new SentenceEncoder();
        var learnt = new ArrayList<Labelled>();
        for (int i = 0; i < LEARNT; i++) {
            int label = random.nextInt(SAID.size());
            learnt.add(new Labelled("R" + i, text(label, random), "C" + label));
        }
        var triage = Triage.train(learnt, encoder);
        var asked = new ArrayList<String>();
        while (asked.size() < ASKED) {
            asked.add(text(random.nextInt(SAID.size()), random));
        }
        double ours = rate(asked, () -> triage.proposeAll(asked));
        double encoding = rate(asked, () -> asked.forEach(text -> encoder.encode(text.substring(0, MEANT))));
        var note = "made texts of " + LENGTH + " characters, learnt from " + LEARNT;
        return new Figure(
                name(),
                ours,
                "texts/s",
                new Figure.Reference("their encoding alone, one after the other", encoding),
                note);
    }

    private static String text(int label, Random random) {
        var text = new StringBuilder(SAID.get(label));
        while (text.length() < LENGTH) {
            text.append("。").append(SAID.get(random.nextInt(SAID.size())));
        }
        return text.substring(0, LENGTH);
    }

    private static double rate(List<String> texts, Runnable work) {
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            work.run();
            best = Math.max(best, texts.size() * 1e9 / (System.nanoTime() - begin));
        }
        return best;
    }
}
