package io.chengyun.platform.intake.triage;

import java.util.List;

/**
 * Ridge regression from sights to labels (分类头): a score a label, near 1 for the right one of what was shown. Solved to the end by
 * conjugate gradients, so nothing hangs on steps, order or chance.
 */
final class Head {

    private static final int MOST_ROUNDS = 200;
    private static final double CLOSE = 1e-6;

    private final int labels;
    private final float[] weights;

    private Head(int labels, float[] weights) {
        this.labels = labels;
        this.weights = weights;
    }

    /** A sight and the number of its label. */
    record Example(Sight sight, int label) {}

    /**
     * Learns one.
     *
     * @param places how many places sights have
     * @param decay how strongly weights are drawn to nothing
     */
    static Head train(List<Example> examples, int labels, int places, double decay) {
        var solved = new Solving(examples, labels, places, decay).run();
        return new Head(labels, solved);
    }

    /** The score of each label. */
    double[] of(Sight sight) {
        return scores(sight, weights, labels);
    }

    private static double[] scores(Sight sight, float[] weights, int labels) {
        var scores = new double[labels];
        var places = sight.places();
        for (int i = 0; i < places.length; i++) {
            int at = places[i] * labels;
            for (int label = 0; label < labels; label++) {
                scores[label] += weights[at + label] * sight.values()[i];
            }
        }
        return scores;
    }

    /** Solves for one share an example and label; weights are the sights added up by their shares. */
    private static final class Solving {

        private final List<Example> examples;
        private final int labels;
        private final double decay;
        private final float[] weights;
        private final double[] shares;
        private final double[] rest;
        private final double[] way;

        Solving(List<Example> examples, int labels, int places, double decay) {
            this.examples = examples;
            this.labels = labels;
            this.decay = decay;
            this.weights = new float[places * labels];
            this.shares = new double[examples.size() * labels];
            this.rest = new double[shares.length];
            for (int i = 0; i < rest.length; i++) {
                rest[i] = (examples.get(i / labels).label() == i % labels ? 1 : 0) - 1.0 / labels;
            }
            this.way = rest.clone();
        }

        float[] run() {
            var squares = products(rest, rest);
            double begun = most(squares);
            for (int round = 0; round < MOST_ROUNDS && most(squares) > CLOSE * begun; round++) {
                var image = image();
                var along = products(way, image);
                for (int i = 0; i < shares.length; i++) {
                    double step = squares[i % labels] / Math.max(Double.MIN_NORMAL, along[i % labels]);
                    shares[i] += step * way[i];
                    rest[i] -= step * image[i];
                }
                var left = products(rest, rest);
                for (int i = 0; i < way.length; i++) {
                    double turn = left[i % labels] / Math.max(Double.MIN_NORMAL, squares[i % labels]);
                    way[i] = rest[i] + turn * way[i];
                }
                squares = left;
            }
            addUp(shares);
            return weights;
        }

        /** What the way looks like through all sights, there and back. */
        private double[] image() {
            addUp(way);
            var image = new double[way.length];
            for (int n = 0; n < examples.size(); n++) {
                var scores = scores(examples.get(n).sight(), weights, labels);
                for (int label = 0; label < labels; label++) {
                    int at = n * labels + label;
                    image[at] = scores[label] + decay * way[at];
                }
            }
            return image;
        }

        private void addUp(double[] by) {
            java.util.Arrays.fill(weights, 0);
            for (int n = 0; n < examples.size(); n++) {
                var sight = examples.get(n).sight();
                var places = sight.places();
                for (int i = 0; i < places.length; i++) {
                    int at = places[i] * labels;
                    for (int label = 0; label < labels; label++) {
                        weights[at + label] += (float) (by[n * labels + label] * sight.values()[i]);
                    }
                }
            }
        }

        private double[] products(double[] one, double[] other) {
            var products = new double[labels];
            for (int i = 0; i < one.length; i++) {
                products[i % labels] += one[i] * other[i];
            }
            return products;
        }

        private static double most(double[] values) {
            double most = 0;
            for (double value : values) {
                most = Math.max(most, value);
            }
            return most;
        }
    }
}
