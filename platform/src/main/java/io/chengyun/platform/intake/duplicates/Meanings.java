package io.chengyun.platform.intake.duplicates;

import io.chengyun.platform.language.Encoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** How like the words of two requests are (说法相近), where both are Chinese: other words the encoder does not know. */
@Component
class Meanings {

    /** Encoding takes as long as the text is, and what a person says first is what it is about. */
    private static final int READ = 64;

    private static final int REMEMBERED = 4_000;
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}.*\\p{IsHan}", Pattern.DOTALL);

    private final Encoder encoder;
    private final Map<String, float[]> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > REMEMBERED;
        }
    };

    Meanings(Encoder encoder) {
        this.encoder = encoder;
    }

    /** The cosine of both meanings; empty where one of them says nothing in Chinese. */
    OptionalDouble likeness(String one, String other) {
        if (!CHINESE.matcher(one).find() || !CHINESE.matcher(other).find()) {
            return OptionalDouble.empty();
        }
        var first = meaning(one);
        var second = meaning(other);
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += first[i] * second[i];
        }
        return OptionalDouble.of(sum);
    }

    private synchronized float[] meaning(String words) {
        var begin = words.length() <= READ ? words : words.substring(0, READ);
        var there = known.get(begin);
        if (there == null) {
            there = encoder.encode(begin);
            known.put(begin, there);
        }
        return there;
    }
}
