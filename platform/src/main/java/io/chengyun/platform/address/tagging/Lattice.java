package io.chengyun.platform.address.tagging;

import java.util.Arrays;

/**
 * All ways to tag one text, weighed (标注网格): which is the best, and how likely each tag of each token is.
 */
final class Lattice {

    private final double[][] emission;
    private final Weights.Moves[] moves;

    private final int tags;

    /**
     * @param emission for each token the weight of each tag
     * @param moves for each token how its tag (second) follows the one before (first); the first token's is not read
     */
    Lattice(double[][] emission, Weights.Moves[] moves) {
        this.emission = emission;
        this.moves = moves;
        this.tags = emission.length == 0 ? 0 : emission[0].length;
    }

    /** The likeliest way. */
    int[] best() {
        int size = emission.length;
        var from = new int[size][tags];
        var scores = size == 0 ? new double[0] : emission[0].clone();
        for (int i = 1; i < size; i++) {
            var next = new double[tags];
            for (int tag = 0; tag < tags; tag++) {
                next[tag] = Double.NEGATIVE_INFINITY;
                for (int before = 0; before < tags; before++) {
                    double score = scores[before] + moves[i].logarithms()[before][tag];
                    if (score > next[tag]) {
                        next[tag] = score;
                        from[i][tag] = before;
                    }
                }
                next[tag] += emission[i][tag];
            }
            scores = next;
        }
        var way = new int[size];
        for (int i = size - 1; i >= 0; i--) {
            way[i] = i == size - 1 ? greatest(scores) : from[i + 1][way[i + 1]];
        }
        return way;
    }

    private static int greatest(double[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }

    /** How likely each tag of each token is, and each pair of neighbours. */
    Beliefs beliefs() {
        int size = emission.length;
        var factors = new double[size][tags];
        for (int i = 0; i < size; i++) {
            double greatest = Arrays.stream(emission[i]).max().orElse(0);
            for (int tag = 0; tag < tags; tag++) {
                factors[i][tag] = Math.exp(emission[i][tag] - greatest);
            }
        }
        var forward = forward(factors);
        var backward = backward(factors);
        var single = new double[size][tags];
        for (int i = 0; i < size; i++) {
            for (int tag = 0; tag < tags; tag++) {
                single[i][tag] = forward[i][tag] * backward[i][tag];
            }
            scale(single[i]);
        }
        return new Beliefs(single, forward, backward, factors);
    }

    private double[][] forward(double[][] factors) {
        var forward = new double[factors.length][];
        for (int i = 0; i < factors.length; i++) {
            var row = new double[tags];
            for (int before = 0; i > 0 && before < tags; before++) {
                double come = forward[i - 1][before];
                var move = moves[i].factors()[before];
                for (int tag = 0; tag < tags; tag++) {
                    row[tag] += come * move[tag];
                }
            }
            for (int tag = 0; tag < tags; tag++) {
                row[tag] = i == 0 ? factors[0][tag] : row[tag] * factors[i][tag];
            }
            scale(row);
            forward[i] = row;
        }
        return forward;
    }

    private double[][] backward(double[][] factors) {
        var backward = new double[factors.length][];
        for (int i = factors.length - 1; i >= 0; i--) {
            var row = new double[tags];
            if (i == factors.length - 1) {
                Arrays.fill(row, 1);
            } else {
                var come = new double[tags];
                for (int tag = 0; tag < tags; tag++) {
                    come[tag] = backward[i + 1][tag] * factors[i + 1][tag];
                }
                for (int before = 0; before < tags; before++) {
                    row[before] = product(moves[i + 1].factors()[before], come);
                }
            }
            scale(row);
            backward[i] = row;
        }
        return backward;
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static void scale(double[] row) {
        double sum = 0;
        for (double value : row) {
            sum += value;
        }
        for (int i = 0; i < row.length; i++) {
            row[i] /= sum;
        }
    }

    /** What is believed of the tags (边缘概率). */
    final class Beliefs {

        private final double[][] single;
        private final double[][] forward;
        private final double[][] backward;
        private final double[][] factors;

        private Beliefs(double[][] single, double[][] forward, double[][] backward, double[][] factors) {
            this.single = single;
            this.forward = forward;
            this.backward = backward;
            this.factors = factors;
        }

        /** How likely each tag of the token is. */
        double[] of(int token) {
            return single[token];
        }

        /** How likely each tag of the token (second) is with each of the one before (first). */
        double[][] pairs(int token) {
            var pairs = new double[tags][tags];
            double sum = 0;
            for (int before = 0; before < tags; before++) {
                for (int tag = 0; tag < tags; tag++) {
                    double belief = forward[token - 1][before]
                            * moves[token].factors()[before][tag]
                            * factors[token][tag]
                            * backward[token][tag];
                    pairs[before][tag] = belief;
                    sum += belief;
                }
            }
            for (var row : pairs) {
                for (int tag = 0; tag < tags; tag++) {
                    row[tag] /= sum;
                }
            }
            return pairs;
        }
    }
}
