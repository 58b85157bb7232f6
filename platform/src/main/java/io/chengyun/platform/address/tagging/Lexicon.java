package io.chengyun.platform.address.tagging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words that are known, by kind (词典). Never changes, so any thread may ask. */
public final class Lexicon {

    /** A tagger has as many bits for them. */
    private static final int KINDS = 16;

    private static final int INSIDE = 2;
    private static final int END = 3;

    private final List<String> kinds;
    /** Which kinds a word is of, and 0 for what only begins one. */
    private final Map<String, Integer> words = new HashMap<>();

    /** @param words by kind, in an order that does not change between training and use */
    public Lexicon(Map<String, ? extends Iterable<String>> words) {
        this.kinds = words.keySet().stream().sorted().toList();
        if (kinds.size() > KINDS) {
            throw new IllegalArgumentException("at most " + KINDS + " kinds of words");
        }
        words.forEach((kind, list) -> list.forEach(word -> enter(word, 1 << kinds.indexOf(kind))));
    }

    private void enter(String word, int kind) {
        words.merge(word, kind, (one, other) -> one | other);
        for (int i = 1; i < word.length(); i++) {
            words.putIfAbsent(word.substring(0, i), 0);
        }
    }

    int kinds() {
        return kinds.size();
    }

    /** For each kind and token: 0 outside any word of this kind, 1 at its first token, 2 inside, 3 at its last. */
    byte[][] match(String text, Tokens tokens) {
        var places = new byte[kinds.size()][tokens.size()];
        var taken = new int[kinds.size()];
        var ends = new int[kinds.size()];
        for (int i = 0; i < tokens.size(); i++) {
            longest(text, tokens, i, ends);
            for (int kind = 0; kind < ends.length; kind++) {
                if (ends[kind] > i && i >= taken[kind]) {
                    mark(places[kind], i, ends[kind]);
                    taken[kind] = ends[kind];
                }
            }
        }
        return places;
    }

    /** Behind the last token of the longest word of each kind that starts here; 0 without one. */
    private void longest(String text, Tokens tokens, int first, int[] ends) {
        java.util.Arrays.fill(ends, 0);
        for (int last = first; last < tokens.size(); last++) {
            var found = words.get(text.substring(tokens.start(first), tokens.start(last + 1)));
            if (found == null) {
                return;
            }
            for (int kind = 0; kind < ends.length; kind++) {
                ends[kind] = (found & 1 << kind) == 0 ? ends[kind] : last + 1;
            }
        }
    }

    private static void mark(byte[] places, int from, int to) {
        for (int i = from; i < to; i++) {
            places[i] = (byte) (i == from ? 1 : i == to - 1 ? END : INSIDE);
        }
    }
}
