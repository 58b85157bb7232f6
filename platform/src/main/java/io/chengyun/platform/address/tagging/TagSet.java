package io.chengyun.platform.address.tagging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tags of a token (标签集): outside everything, or for each label the first token of a part, or a later one. Tag 0 is
 * outside; label {@code k} begins with {@code 2k+1} and goes on with {@code 2k+2}.
 */
record TagSet(List<String> labels) {

    TagSet {
        labels = List.copyOf(labels);
    }

    int size() {
        return 2 * labels.size() + 1;
    }

    /** Whether one tag may follow another, or may come first where nothing is before it. */
    boolean mayFollow(int before, int tag) {
        boolean goesOn = tag > 0 && tag % 2 == 0;
        return !goesOn || before == tag || before == tag - 1;
    }

    /** The tags of the tokens; a token that a span covers in part belongs to it. */
    int[] tags(Tagged text, Tokens tokens) {
        var tags = new int[tokens.size()];
        int token = 0;
        for (var span : text.spans()) {
            while (token < tags.length && tokens.start(token + 1) <= span.from()) {
                token++;
            }
            for (boolean first = true; token < tags.length && tokens.start(token) < span.to(); token++) {
                tags[token] = 2 * labels.indexOf(span.label()) + (first ? 1 : 2);
                first = false;
            }
        }
        return tags;
    }

    /** The parts that the tags say, each as sure as its least sure token. */
    List<Span> spans(int[] tags, double[] certainty, Tokens tokens) {
        var spans = new ArrayList<Span>();
        for (int i = 0; i < tags.length; ) {
            int next = i + 1;
            while (next < tags.length && tags[next] > 0 && tags[next] % 2 == 0) {
                next++;
            }
            if (tags[i] > 0) {
                double least = Arrays.stream(certainty, i, next).min().orElse(0);
                spans.add(new Span(labels.get((tags[i] - 1) / 2), tokens.start(i), tokens.start(next), least));
            }
            i = next;
        }
        return List.copyOf(spans);
    }
}
