package io.chengyun.rules.learning;

/** Two numbers in each word (数字打包). */
final class Floats {

    private Floats() {}

    /** Writes the first numbers to words that are 0, from one of these on. */
    static void write(float[] numbers, int count, long[] words, int from) {
        for (int i = 0; i < count; i++) {
            long bits = Float.floatToRawIntBits(numbers[i]) & 0xFFFF_FFFFL;
            words[from + i / 2] |= i % 2 == 0 ? bits : bits << 32;
        }
    }

    static void read(long[] words, int from, float[] numbers, int count) {
        for (int i = 0; i < count; i++) {
            long pair = words[from + i / 2];
            numbers[i] = Float.intBitsToFloat((int) (i % 2 == 0 ? pair : pair >>> 32));
        }
    }
}
