package io.chengyun.platform.intake.triage;

import java.util.HashMap;
import java.util.Map;

/** The one, two and three neighbouring characters that tell texts apart (字组), each weighed by how rare it is. */
final class Grams {

    private static final int LONGEST = 3;
    /** A gram of one text only says nothing of others. */
    private static final int FEWEST_TEXTS = 2;

    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Float> rarities = new HashMap<>();

    Grams(Iterable<String> texts) {
        var counts = new HashMap<String, Integer>();
        int all = 0;
        for (var text : texts) {
            all++;
            count(text).keySet().forEach(gram -> counts.merge(gram, 1, Integer::sum));
        }
        var sorted = counts.entrySet().stream()
                .filter(one -> one.getValue() >= FEWEST_TEXTS)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        for (var gram : sorted) {
            places.put(gram, places.size());
            rarities.put(gram, (float) (Math.log((1.0 + all) / (1 + counts.getOrDefault(gram, 0))) + 1));
        }
    }

    int size() {
        return places.size();
    }

    private static Map<String, Integer> count(String text) {
        var counts = new HashMap<String, Integer>();
        for (int length = 1; length <= LONGEST; length++) {
            for (int i = 0; i + length <= text.length(); i++) {
                counts.merge(text.substring(i, i + length), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** The known grams of a text by place and weight; all weights together are of length 1. */
    Map<Integer, Float> weigh(String text) {
        var weights = new HashMap<Integer, Float>();
        double squares = 0;
        for (var one : count(text).entrySet()) {
            var place = places.get(one.getKey());
            if (place != null) {
                float weight = (float) ((1 + Math.log(one.getValue())) * rarities.getOrDefault(one.getKey(), 1f));
                weights.put(place, weight);
                squares += weight * weight;
            }
        }
        float length = (float) Math.sqrt(squares);
        weights.replaceAll((place, weight) -> weight / length);
        return weights;
    }
}
