package io.chengyun.platform.intake.triage;

import io.chengyun.platform.language.Encoder;

/** Means nothing but which characters there are; quick, for tests of what is built upon an encoder. */
final class LetterEncoder implements Encoder {

    private int asked;

    @Override
    public float[] encode(String text) {
        asked++;
        var vector = new float[64];
        text.chars().forEach(one -> vector[one % 64] += 1);
        double squares = 1e-9;
        for (float one : vector) {
            squares += one * one;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }

    int asked() {
        return asked;
    }
}
