package io.chengyun.platform.address.tagging;

import java.util.Arrays;

/** Numbers the features that a tagger knows (特征表), from 0 on. */
final class FeatureIndex {

    private long[] names;
    private int[] numbers;
    private int size;

    FeatureIndex(int expected) {
        int room = Integer.highestOneBit(Math.max(8, expected)) * 4;
        this.names = new long[room];
        this.numbers = new int[room];
    }

    int size() {
        return size;
    }

    /** Its number, or -1. */
    int find(long name) {
        int at = slot(name);
        return numbers[at] - 1;
    }

    /** Its number, a new one where it had none. */
    int enter(long name) {
        int at = slot(name);
        if (numbers[at] == 0) {
            names[at] = name;
            numbers[at] = ++size;
            if (2 * size > names.length) {
                grow();
                return size - 1;
            }
        }
        return numbers[at] - 1;
    }

    /** All names, each at its number. */
    long[] names() {
        var all = new long[size];
        for (int i = 0; i < names.length; i++) {
            if (numbers[i] > 0) {
                all[numbers[i] - 1] = names[i];
            }
        }
        return all;
    }

    private int slot(long name) {
        int mask = names.length - 1;
        int at = (int) (name >>> 20) & mask;
        while (numbers[at] != 0 && names[at] != name) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        var all = names();
        names = new long[2 * names.length];
        numbers = new int[names.length];
        for (int i = 0; i < all.length; i++) {
            int at = slot(all[i]);
            names[at] = all[i];
            numbers[at] = i + 1;
        }
        // the arrays are made anew above; nothing of the old order may stay
        assert Arrays.equals(all, names());
    }
}
