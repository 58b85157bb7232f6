package io.chengyun.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands behind a command of the shell (命令选项): names that begin with two hyphens, each with its value. */
public final class Options {

    private final Map<String, String> values;
    private final String usage;

    private Options(Map<String, String> values, String usage) {
        this.values = Map.copyOf(values);
        this.usage = usage;
    }

    /**
     * Reads them; one that is not known, or has no value, is malformed.
     *
     * @param known such as {@code --in}
     * @param usage what to write instead, beginning with {@code usage:}
     */
    public static Options of(List<String> words, Set<String> known, String usage) {
        var values = new HashMap<String, String>();
        for (int i = 0; i < words.size(); i += 2) {
            if (!known.contains(words.get(i)) || i + 1 == words.size()) {
                throw new Malformed(words.get(i), usage);
            }
            values.put(words.get(i), words.get(i + 1));
        }
        return new Options(values, usage);
    }

    /** The value; malformed when it is missing. */
    public String get(String name) {
        return find(name).orElseThrow(() -> new Malformed(name, "is missing; " + usage));
    }

    /** The value, if it was given. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
