package io.chengyun.acceptance.bench;

import com.amazon.randomcutforest.RandomCutForest;
import io.chengyun.kernel.Grade;
import io.chengyun.rules.Watch;
import io.chengyun.rules.Words;
import io.chengyun.rules.learning.Company;
import io.chengyun.rules.learning.Learnt;
import io.chengyun.rules.learning.Tuning;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleConsumer;

/** Observations a second that the learnt rule weighs, on one thread. */
final class LearntRate implements Measurement {

    private static final int WARM = 3_000;
    private static final int READINGS = 12_000;
    private static final long STEP = 300_000_000L;

    @Override
    public String name() {
        return "rules.learnt";
    }

    @Override
    public Figure measure(Path folder) {
        var tuning = Tuning.PUBLISHED;
        var words = new Words("流量", "flow", "立方米/时", "m3/h");
        var watch = new Watch(List.of(new Learnt(words, Grade.BLUE, tuning, new Company(400, 64, 10, 2, 0.8, 60))));
        long[] counts = new long[2];
        double ours = rate(value -> watch.on(++counts[0] * STEP, value, (rule, finding) -> counts[1]++));
        double bare = rate(forest(tuning));
        var note = READINGS + " readings of one stream after " + WARM + ", " + tuning.trees() + " trees of "
                + tuning.samples() + ", " + counts[1] + " findings; by the thread's own CPU time";
        return new Figure(name(), ours, "obs/s", new Figure.Reference("the forest library alone", bare), note);
    }

    private static DoubleConsumer forest(Tuning tuning) {
        var forest = RandomCutForest.builder()
                .dimensions(1)
                .shingleSize(1)
                .numberOfTrees(tuning.trees())
                .sampleSize(tuning.samples())
                .randomSeed(42)
                .parallelExecutionEnabled(false)
                .build();
        return value -> {
            var point = new float[] {(float) value};
            forest.getAnomalyScore(point);
            forest.update(point);
        };
    }

    private static double rate(DoubleConsumer weigher) {
        var random = new Random(310112);
        long begin = 0;
        for (int i = 0; i < WARM + READINGS; i++) {
            if (i == WARM) {
                begin = RuleFeed.ownNanos();
            }
            weigher.accept(50 + 10 * Math.sin(i / 46.0) + random.nextGaussian());
        }
        return READINGS * 1e9 / (RuleFeed.ownNanos() - begin);
    }
}
