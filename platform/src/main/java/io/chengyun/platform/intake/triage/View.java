package io.chengyun.platform.intake.triage;

import io.chengyun.platform.intake.triage.Reader.Read;
import java.util.List;
import java.util.Map;

/**
 * How texts look beside each other (特征视角): the meaning about the middle of all meanings, the words, and the words of the
 * beginning, each of length 1 so that none drowns the others.
 */
final class View {

    private final float[] middle;
    private final Grams words;
    private final Grams leads;

    View(List<Read> texts) {
        this.middle = new float[texts.get(0).meaning().length];
        for (var text : texts) {
            for (int i = 0; i < middle.length; i++) {
                middle[i] += text.meaning()[i] / texts.size();
            }
        }
        this.words = new Grams(texts.stream().map(Read::words).toList());
        this.leads = new Grams(texts.stream().map(Read::lead).toList());
    }

    int size() {
        return middle.length + words.size() + leads.size();
    }

    Sight of(Read text) {
        var said = words.weigh(text.words());
        var first = leads.weigh(text.lead());
        var places = new int[middle.length + said.size() + first.size()];
        var values = new float[places.length];
        var meaning = meaning(text);
        for (int i = 0; i < meaning.length; i++) {
            places[i] = i;
            values[i] = meaning[i];
        }
        int end = put(said, middle.length, meaning.length, places, values);
        put(first, middle.length + words.size(), end, places, values);
        return new Sight(places, values);
    }

    /** What it means beside the others, of length 1. */
    float[] meaning(Read text) {
        var meaning = new float[middle.length];
        double squares = 0;
        for (int i = 0; i < meaning.length; i++) {
            meaning[i] = text.meaning()[i] - middle[i];
            squares += meaning[i] * meaning[i];
        }
        float length = (float) Math.max(1e-9, Math.sqrt(squares));
        for (int i = 0; i < meaning.length; i++) {
            meaning[i] /= length;
        }
        return meaning;
    }

    private static int put(Map<Integer, Float> weights, int from, int at, int[] places, float[] values) {
        int next = at;
        for (var one : weights.entrySet()) {
            places[next] = from + one.getKey();
            values[next++] = one.getValue();
        }
        return next;
    }
}
