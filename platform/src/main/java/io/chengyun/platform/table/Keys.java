package io.chengyun.platform.table;

/**
 * Which keys a table has had (主键集). Sixteen bytes each at most: it keeps 64 bits of each key, so two of a million keys are
 * taken for one once in ten million tables.
 */
final class Keys {

    private long[] kept = new long[1 << 10];
    private int size;

    /** Whether it is new. */
    boolean add(String key) {
        long bits = bits(key);
        int at = slot(bits);
        if (kept[at] == bits) {
            return false;
        }
        kept[at] = bits;
        if (2 * ++size > kept.length) {
            grow();
        }
        return true;
    }

    private int slot(long bits) {
        int at = (int) (bits >>> 16) & kept.length - 1;
        while (kept[at] != 0 && kept[at] != bits) {
            at = at + 1 & kept.length - 1;
        }
        return at;
    }

    private void grow() {
        var all = kept;
        kept = new long[2 * all.length];
        for (long bits : all) {
            if (bits != 0) {
                kept[slot(bits)] = bits;
            }
        }
    }

    private static long bits(String key) {
        long bits = 0xCBF29CE484222325L;
        for (int i = 0; i < key.length(); i++) {
            bits = (bits ^ key.charAt(i)) * 0x9E3779B97F4A7C15L;
            bits ^= bits >>> 29;
        }
        // zero stands for an empty place
        return bits == 0 ? 1 : bits;
    }
}
