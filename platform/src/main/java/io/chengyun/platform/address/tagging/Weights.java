package io.chengyun.platform.address.tagging;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * What a tagger has learnt (模型权重), each weight in a byte: a step of a 127th of the greatest is finer than what the texts can
 * tell.
 */
final class Weights {

    private static final double FORBIDDEN = -1e4;
    private static final int STEPS = 127;
    /** A weight of fewer steps says nothing. */
    private static final int FEWEST = 2;
    /** A feature whose greatest weight has fewer steps says next to nothing, and such features are most of a model. */
    private static final int FEWEST_OF_FEATURE = 20;

    /** How each tag follows each tag: the factor, and its logarithm. */
    record Moves(double[][] factors, double[][] logarithms) {

        static Moves of(float[] weights, TagSet tags) {
            int size = tags.size();
            var factors = new double[size][size];
            var logarithms = new double[size][size];
            for (int before = 0; before < size; before++) {
                for (int tag = 0; tag < size; tag++) {
                    boolean may = tags.mayFollow(before, tag);
                    logarithms[before][tag] = may ? weights[before * size + tag] : Double.NEGATIVE_INFINITY;
                    factors[before][tag] = may ? Math.exp(weights[before * size + tag]) : 0;
                }
            }
            return new Moves(factors, logarithms);
        }
    }

    private final FeatureIndex index;
    private final byte[] emissions;
    private final float scale;
    private final List<Moves> moves;
    private final float[][] plainMoves;
    private final TagSet tags;

    Weights(FeatureIndex index, float[] weights, float[][] moves, TagSet tags) {
        float greatest = 1e-6f;
        for (float weight : weights) {
            greatest = Math.max(greatest, Math.abs(weight));
        }
        this.scale = greatest / STEPS;
        this.emissions = new byte[weights.length];
        for (int i = 0; i < weights.length; i += tags.size()) {
            int most = 0;
            for (int tag = 0; tag < tags.size(); tag++) {
                int steps = Math.round(weights[i + tag] / scale);
                emissions[i + tag] = (byte) (Math.abs(steps) < FEWEST ? 0 : steps);
                most = Math.max(most, Math.abs(steps));
            }
            if (most < FEWEST_OF_FEATURE) {
                Arrays.fill(emissions, i, i + tags.size(), (byte) 0);
            }
        }
        this.index = index;
        this.tags = tags;
        this.plainMoves = moves;
        this.moves = moves(moves, tags);
    }

    private Weights(FeatureIndex index, byte[] emissions, float scale, float[][] moves, TagSet tags) {
        this.index = index;
        this.emissions = emissions;
        this.scale = scale;
        this.plainMoves = moves;
        this.moves = moves(moves, tags);
        this.tags = tags;
    }

    Lattice lattice(String text, Tokens tokens, Lexicon lexicon) {
        int size = tokens.size();
        var features = Features.of(text, tokens, lexicon);
        var emission = new double[size][tags.size()];
        var between = new Moves[size];
        for (int i = 0; i < size; i++) {
            var sums = new int[tags.size()];
            for (long name : features[i]) {
                int at = index.find(name) * tags.size();
                for (int tag = 0; at >= 0 && tag < sums.length; tag++) {
                    sums[tag] += emissions[at + tag];
                }
            }
            for (int tag = 0; tag < sums.length; tag++) {
                emission[i][tag] = sums[tag] * scale;
            }
            between[i] = moves.get(tokens.kind(i).ordinal());
        }
        forbidFirst(emission, tags);
        return new Lattice(emission, between);
    }

    /** No text begins in the middle of a part. */
    static void forbidFirst(double[][] emission, TagSet tags) {
        for (int tag = 0; emission.length > 0 && tag < tags.size(); tag++) {
            emission[0][tag] = tags.mayFollow(0, tag) ? emission[0][tag] : FORBIDDEN;
        }
    }

    private static List<Moves> moves(float[][] weights, TagSet tags) {
        return Arrays.stream(weights).map(kind -> Moves.of(kind, tags)).toList();
    }

    /** Writes what is not zero. */
    void write(DataOutputStream out) throws IOException {
        out.writeFloat(scale);
        for (var kind : plainMoves) {
            for (float move : kind) {
                out.writeFloat(move);
            }
        }
        var names = index.names();
        int size = tags.size();
        for (int i = 0; i < names.length; i++) {
            long present = 0;
            for (int tag = 0; tag < size; tag++) {
                present |= emissions[i * size + tag] == 0 ? 0 : 1L << tag;
            }
            if (present != 0) {
                out.writeLong(names[i]);
                out.writeLong(present);
                for (int tag = 0; tag < size; tag++) {
                    if ((present & 1L << tag) != 0) {
                        out.writeByte(emissions[i * size + tag]);
                    }
                }
            }
        }
        out.writeLong(0);
        out.writeLong(0);
    }

    static Weights read(DataInputStream in, TagSet tags) throws IOException {
        float scale = in.readFloat();
        int size = tags.size();
        var moves = new float[Tokens.Kind.values().length][size * size];
        for (var kind : moves) {
            for (int i = 0; i < kind.length; i++) {
                kind[i] = in.readFloat();
            }
        }
        var index = new FeatureIndex(1 << 16);
        var emissions = new byte[1 << 20];
        long name = in.readLong();
        for (long present = in.readLong(); present != 0; present = in.readLong()) {
            int at = index.enter(name) * size;
            emissions = at + size > emissions.length ? Arrays.copyOf(emissions, 2 * emissions.length) : emissions;
            for (int tag = 0; tag < size; tag++) {
                emissions[at + tag] = (present & 1L << tag) == 0 ? 0 : in.readByte();
            }
            name = in.readLong();
        }
        return new Weights(index, emissions, scale, moves, tags);
    }
}
