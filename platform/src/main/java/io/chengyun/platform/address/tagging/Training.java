package io.chengyun.platform.address.tagging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;

/**
 * Learns a tagger from tagged texts (训练): maximum likelihood with a little decay, one text after the other, each weight with
 * its own shrinking step (AdaGrad). The same texts and seed give the same tagger.
 */
final class Training {

    private static final double STEP = 0.15;
    private static final double DECAY = 0.002;
    private static final double IDLE = 1e-4;

    private final TagSet tags;
    private final Lexicon lexicon;
    private final FeatureIndex index;
    private final List<Sample> samples = new ArrayList<>();
    private final float[] weights;
    private final float[] squares;
    private final float[][] moves;
    private final float[][] moveSquares;

    private record Sample(int[][] features, int[] tags, Tokens tokens) {}

    /**
     * @param least a feature seen fewer times than this is forgotten
     */
    Training(List<Tagged> texts, TagSet tags, Lexicon lexicon, int least) {
        this.tags = tags;
        this.lexicon = lexicon;
        this.index = frequent(texts, least);
        for (var text : texts) {
            var tokens = Tokens.of(text.text());
            samples.add(new Sample(known(text.text(), tokens), tags.tags(text, tokens), tokens));
        }
        int kinds = Tokens.Kind.values().length;
        this.weights = new float[index.size() * tags.size()];
        this.squares = new float[weights.length];
        this.moves = new float[kinds][tags.size() * tags.size()];
        this.moveSquares = new float[kinds][tags.size() * tags.size()];
    }

    private FeatureIndex frequent(List<Tagged> texts, int least) {
        var all = new FeatureIndex(1 << 16);
        var counts = new ArrayList<int[]>();
        for (var text : texts) {
            for (var features : Features.of(text.text(), Tokens.of(text.text()), lexicon)) {
                for (long feature : features) {
                    int number = all.enter(feature);
                    if (number / 65536 == counts.size()) {
                        counts.add(new int[65536]);
                    }
                    counts.get(number / 65536)[number % 65536]++;
                }
            }
        }
        var kept = new FeatureIndex(1 << 16);
        var names = all.names();
        for (int i = 0; i < names.length; i++) {
            if (counts.get(i / 65536)[i % 65536] >= least) {
                kept.enter(names[i]);
            }
        }
        return kept;
    }

    private int[][] known(String text, Tokens tokens) {
        var features = Features.of(text, tokens, lexicon);
        var known = new int[features.length][];
        for (int i = 0; i < known.length; i++) {
            known[i] = java.util.Arrays.stream(features[i])
                    .mapToInt(index::find)
                    .filter(number -> number >= 0)
                    .toArray();
        }
        return known;
    }

    /** So many times through all texts. */
    Tagger run(int rounds, long seed) {
        var order = new ArrayList<>(samples);
        var random = new Random(seed);
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(order, random);
            order.forEach(this::learn);
        }
        return new Tagger(tags, lexicon, new Weights(index, weights, moves, tags));
    }

    private void learn(Sample sample) {
        int size = sample.tokens().size();
        if (size == 0) {
            return;
        }
        var emission = new double[size][tags.size()];
        for (int i = 0; i < size; i++) {
            for (int feature : sample.features()[i]) {
                int at = feature * tags.size();
                for (int tag = 0; tag < tags.size(); tag++) {
                    emission[i][tag] += weights[at + tag];
                }
            }
        }
        Weights.forbidFirst(emission, tags);
        var beliefs = new Lattice(emission, between(sample)).beliefs();
        for (int i = 0; i < size; i++) {
            learnToken(sample, i, beliefs.of(i));
            if (i > 0) {
                learnMove(sample, i, beliefs.pairs(i));
            }
        }
    }

    private Weights.Moves[] between(Sample sample) {
        var between = new Weights.Moves[sample.tokens().size()];
        var made = new HashMap<Tokens.Kind, Weights.Moves>();
        for (int i = 0; i < between.length; i++) {
            between[i] = made.computeIfAbsent(
                    sample.tokens().kind(i), kind -> Weights.Moves.of(moves[kind.ordinal()], tags));
        }
        return between;
    }

    private void learnToken(Sample sample, int token, double[] belief) {
        for (int tag = 0; tag < tags.size(); tag++) {
            double slope = belief[tag] - (sample.tags()[token] == tag ? 1 : 0);
            if (Math.abs(slope) > IDLE) {
                for (int feature : sample.features()[token]) {
                    step(weights, squares, feature * tags.size() + tag, slope);
                }
            }
        }
    }

    private void learnMove(Sample sample, int token, double[][] belief) {
        int kind = sample.tokens().kind(token).ordinal();
        for (int before = 0; before < tags.size(); before++) {
            for (int tag = 0; tag < tags.size(); tag++) {
                boolean so = sample.tags()[token - 1] == before && sample.tags()[token] == tag;
                double slope = belief[before][tag] - (so ? 1 : 0);
                if (Math.abs(slope) > IDLE) {
                    step(moves[kind], moveSquares[kind], before * tags.size() + tag, slope);
                }
            }
        }
    }

    private static void step(float[] weights, float[] squares, int at, double slope) {
        double whole = slope + DECAY * weights[at];
        squares[at] += (float) (whole * whole);
        weights[at] -= (float) (STEP * whole / Math.sqrt(squares[at] + 1e-8));
    }
}
