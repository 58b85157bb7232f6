package io.chengyun.platform.intake.duplicates;

import io.chengyun.platform.language.Encoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** How like the words of requests are (说法相近), where both are Chinese: other words the encoder does not know. */
@Component
class Meanings {

    /** Encoding takes as long as the text is, and what a person says first is what it is about. */
    private static final int READ = 64;

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}.*\\p{IsHan}", Pattern.DOTALL);

    private final Encoder encoder;
    private final MeaningShelf shelf;

    @Autowired
    Meanings(Encoder encoder, MeaningStore store) {
        this(encoder, (MeaningShelf) store);
    }

    Meanings(Encoder encoder, MeaningShelf shelf) {
        this.encoder = encoder;
        this.shelf = shelf;
    }

    /** The cosine of the meanings of one and each of the others, by request; of those only that say something in Chinese. */
    Map<String, Double> likeness(Trace one, List<Trace> others) {
        var saying = others.stream().filter(Meanings::saysSomething).toList();
        if (saying.isEmpty() || !saysSomething(one)) {
            return Map.of();
        }
        var ids = new ArrayList<>(saying.stream().map(Trace::id).toList());
        ids.add(one.id());
        var known = shelf.find(ids);
        var first = meaning(one, known);
        Map<String, Double> likeness = new HashMap<>();
        for (var other : saying) {
            likeness.put(other.id(), cosine(first, meaning(other, known)));
        }
        return likeness;
    }

    private static boolean saysSomething(Trace trace) {
        return CHINESE.matcher(trace.words()).find();
    }

    private float[] meaning(Trace trace, Map<String, float[]> known) {
        var there = known.get(trace.id());
        if (there != null) {
            return there;
        }
        var words = trace.words();
        var read = encoder.encode(words.length() <= READ ? words : words.substring(0, READ));
        shelf.keep(trace.id(), read);
        return read;
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        double squares = 0;
        double others = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
            squares += one[i] * one[i];
            others += other[i] * other[i];
        }
        return sum / Math.sqrt(Math.max(Double.MIN_NORMAL, squares * others));
    }
}
