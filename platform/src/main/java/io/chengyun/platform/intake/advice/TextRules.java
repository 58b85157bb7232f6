package io.chengyun.platform.intake.advice;

import io.chengyun.platform.intake.advice.Advice.Urgency;
import io.chengyun.platform.scenario.CaseClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What single words of a text say (用词规则): which class they name, and whether it cannot wait. Values in, values out. */
final class TextRules {

    /** A denial stands so close before the word that it denies. */
    private static final int DENIED = 3;

    private static final String DENIALS = "没无未不";

    private TextRules() {}

    /**
     * The class whose keywords and name the text says most of; none where two are named alike, for one of them would be a guess.
     */
    static Optional<String> named(String text, List<CaseClass> classes) {
        var said = text.toLowerCase(Locale.ROOT);
        String best = null;
        int most = 0;
        boolean alone = false;
        for (var one : classes) {
            int length = length(said, one);
            if (length > most) {
                most = length;
                best = one.code();
                alone = true;
            } else if (length == most) {
                alone = false;
            }
        }
        return alone ? Optional.ofNullable(best) : Optional.empty();
    }

    /** Characters of the text that its words cover, words within others counted once. */
    private static int length(String said, CaseClass one) {
        var words = new TreeSet<String>();
        Stream.concat(one.offer().keywords().stream(), Stream.of(one.name()))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(said::contains)
                .forEach(words::add);
        return words.stream()
                .filter(word -> words.stream().noneMatch(other -> !other.equals(word) && other.contains(word)))
                .mapToInt(String::length)
                .sum();
    }

    static Urgency urgency(String text, List<String> urgent) {
        var found = new ArrayList<String>();
        for (var word : urgent) {
            boolean says = false;
            for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
                says |= text.substring(Math.max(0, at - DENIED), at).chars().noneMatch(c -> DENIALS.indexOf(c) >= 0);
            }
            if (says) {
                found.add(word);
            }
        }
        return new Urgency(!found.isEmpty(), found);
    }
}
