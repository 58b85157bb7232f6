package io.chengyun.platform.intake.topics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which phrases each text has (短语): three or four characters next to each other, each weighed by how rare it is. Names of
 * places and people are rare and come again wherever the matter does.
 */
final class Phrases {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 4;
    private static final int FEWEST_TEXTS = 3;
    /** What more texts than these share says nothing of their matter. */
    private static final double MOST_SHARE = 0.035;

    private static final int MOST_OF_FEW = 50;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<Map<String, Float>> weights = new ArrayList<>();

    Phrases(List<String> texts) {
        var counted = texts.stream().map(Phrases::count).toList();
        Map<String, Integer> spread = new HashMap<>();
        counted.forEach(one -> one.keySet().forEach(phrase -> spread.merge(phrase, 1, Integer::sum)));
        double most = Math.max(MOST_OF_FEW, MOST_SHARE * texts.size());
        for (var one : counted) {
            var weighed = new HashMap<String, Float>();
            double squares = 0;
            for (var phrase : one.entrySet()) {
                int in = spread.getOrDefault(phrase.getKey(), 0);
                if (in >= FEWEST_TEXTS && in <= most) {
                    // one more than all, so that what a few texts all share still weighs
                    double rarity = Math.log((1.0 + texts.size()) / in);
                    double weight = (1 + Math.log(phrase.getValue())) * rarity;
                    weighed.put(phrase.getKey(), (float) weight);
                    squares += weight * weight;
                }
            }
            float length = (float) Math.sqrt(squares);
            weighed.replaceAll((phrase, weight) -> weight / length);
            weights.add(weighed);
        }
    }

    private static Map<String, Integer> count(String text) {
        var counts = new HashMap<String, Integer>();
        for (var run : BETWEEN.split(text.replaceAll("\\s+", ""))) {
            for (int length = SHORTEST; length <= LONGEST; length++) {
                for (int i = 0; i + length <= run.length(); i++) {
                    counts.merge(run.substring(i, i + length), 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    /** For each text, those before it that share phrases with it, and how much: 1 for the same ones. */
    List<Map<Integer, Double>> shared() {
        Map<String, List<Posting>> seen = new HashMap<>();
        List<Map<Integer, Double>> shared = new ArrayList<>();
        for (int text = 0; text < weights.size(); text++) {
            var before = new HashMap<Integer, Double>();
            for (var phrase : weights.get(text).entrySet()) {
                var postings = seen.computeIfAbsent(phrase.getKey(), any -> new ArrayList<>());
                for (var posting : postings) {
                    before.merge(posting.text(), (double) posting.weight() * phrase.getValue(), Double::sum);
                }
                postings.add(new Posting(text, phrase.getValue()));
            }
            shared.add(before);
        }
        return shared;
    }

    private record Posting(int text, float weight) {}
}
