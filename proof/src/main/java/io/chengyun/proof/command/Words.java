package io.chengyun.proof.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What stands behind a command (参数): words, and {@code --name value}.
 *
 * @param words in their order
 * @param options by their name without dashes
 */
record Words(List<String> words, Map<String, String> options) {

    /** @throws Misused if an option is not among those known, comes twice or has no value */
    static Words read(List<String> all, Set<String> known) {
        var words = new ArrayList<String>();
        var options = new LinkedHashMap<String, String>();
        for (int i = 0; i < all.size(); i++) {
            var word = all.get(i);
            if (!word.startsWith("--")) {
                words.add(word);
                continue;
            }
            var name = word.substring(2);
            if (!known.contains(name)) {
                throw new Misused(word + " is not an option here");
            }
            if (++i == all.size() || options.put(name, all.get(i)) != null) {
                throw new Misused(word + " needs one value, once");
            }
        }
        return new Words(words, options);
    }

    String need(int place, String what) {
        if (place >= words.size()) {
            throw new Misused(what + " is missing");
        }
        return words.get(place);
    }

    String need(String option) {
        var given = options.get(option);
        if (given == null) {
            throw new Misused("--" + option + " is missing");
        }
        return given;
    }

    Optional<String> find(String option) {
        return Optional.ofNullable(options.get(option));
    }

    /** Called with what nobody understands (用法错误). */
    static final class Misused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Misused(String why) {
            super(why);
        }
    }
}
