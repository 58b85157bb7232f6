package io.chengyun.platform.address.tagging;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What a tagger sees of each token (特征): 64-bit names of features, the same for the same sight. */
final class Features {

    /** Characters that end a part of an address: what comes next says what this may be. */
    private static final String KEYS = "省市区县州镇乡街道路村社弄巷号幢栋座楼层室园城厦场院店校厂司口苑庄里段组队桥站-";

    private static final int NEAR = 6;
    private static final int AHEAD = 10;
    private static final int EDGE = 4;

    private final Tokens tokens;
    private final byte[][] known;
    /** Where each two neighbours stand first and last: forms say a region twice. */
    private final Map<Long, Integer> firsts = new HashMap<>();

    private final Map<Long, Integer> lasts = new HashMap<>();
    private long[] buffer = new long[64];
    private int count;

    private Features(Tokens tokens, byte[][] known) {
        this.tokens = tokens;
        this.known = known;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            firsts.putIfAbsent(pair(i), i);
            lasts.put(pair(i), i);
        }
    }

    private long pair(int token) {
        return (long) symbol(token) << 32 | symbol(token + 1);
    }

    /** The features of every token. */
    static long[][] of(String text, Tokens tokens, Lexicon lexicon) {
        var features = new Features(tokens, lexicon.match(text, tokens));
        var all = new long[tokens.size()][];
        for (int i = 0; i < all.length; i++) {
            all[i] = features.at(i);
        }
        return all;
    }

    private long[] at(int i) {
        count = 0;
        add(0, 0, 0, 0);
        neighbours(i);
        keys(i);
        words(i);
        edges(i);
        return Arrays.copyOf(buffer, count);
    }

    private void neighbours(int i) {
        for (int away = -3; away <= 3; away++) {
            add(10 + away, symbol(i + away), 0, 0);
        }
        for (int away = -2; away <= 1; away++) {
            add(20 + away, symbol(i + away), symbol(i + away + 1), 0);
        }
        add(23, symbol(i - 1), symbol(i + 1), 0);
        for (int away = -2; away <= 0; away++) {
            add(30 + away, symbol(i + away), symbol(i + away + 1), symbol(i + away + 2));
        }
        int kinds = 0;
        for (int away = -2; away <= 2; away++) {
            kinds = kinds * 8 + tokens.kind(i + away).ordinal();
            add(40 + away, tokens.kind(i + away).ordinal(), 0, 0);
        }
        add(50, kinds, 0, 0);
        add(51, kinds, symbol(i), 0);
    }

    private void keys(int i) {
        int next = key(i, 1);
        int after = key(next, 1);
        int before = key(i, -1);
        int nextKey = symbol(next);
        add(60, nextKey, Math.min(next - i, NEAR), 0);
        add(61, nextKey, symbol(after), 0);
        add(62, symbol(before), Math.min(i - before, NEAR), 0);
        add(63, symbol(before), nextKey, 0);
        add(64, symbol(i), nextKey, 0);
        add(65, symbol(i), symbol(before), 0);
        add(66, symbol(before), symbol(i), nextKey);
        add(67, symbol(key(before, -1)), symbol(before), nextKey);
    }

    /** The next place with such a character, ahead or back; the last one looked at without. */
    private int key(int from, int step) {
        int at = from + step;
        for (int n = 1; n < AHEAD && at >= 0 && at < tokens.size(); n++) {
            if (KEYS.indexOf(tokens.symbol(at)) >= 0) {
                return at;
            }
            at += step;
        }
        return at;
    }

    private void words(int i) {
        long all = 0;
        for (int kind = 0; kind < known.length; kind++) {
            byte place = known[kind][i];
            all = all * 4 + place;
            if (place > 0) {
                add(70, kind, place, 0);
                add(71, kind, place, symbol(i));
            }
            if (i + 1 < tokens.size() && known[kind][i + 1] > 0) {
                add(72, kind, known[kind][i + 1], 0);
            }
            if (i > 0 && known[kind][i - 1] > 0) {
                add(73, kind, known[kind][i - 1], 0);
            }
        }
        add(74, (int) all, (int) (all >>> 32), 0);
    }

    private void edges(int i) {
        add(80, Math.min(i, EDGE), 0, 0);
        add(81, Math.min(tokens.size() - 1 - i, EDGE), 0, 0);
        boolean character = tokens.kind(i) == Tokens.Kind.CHARACTER && i + 1 < tokens.size();
        boolean seen = character && firsts.getOrDefault(pair(i), i) < i;
        boolean again = character && lasts.getOrDefault(pair(i), i) > i;
        add(82, seen ? 1 : 0, again ? 1 : 0, 0);
    }

    private int symbol(int token) {
        return tokens.symbol(token);
    }

    private void add(int template, int one, int two, int three) {
        if (count == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * count);
        }
        long name = mix(template * 0x9E3779B97F4A7C15L + one);
        name = mix(name ^ two * 0xC2B2AE3D27D4EB4FL);
        buffer[count++] = mix(name ^ three * 0x165667B19E3779F9L);
    }

    private static long mix(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
